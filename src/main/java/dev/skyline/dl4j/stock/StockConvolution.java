package dev.skyline.dl4j.stock;

import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Shape.Image;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;

/**
 * A convolution of DL4J's own, which has no groups: each group is a convolution of its share of the channels, {@code
 * name/0}, {@code name/1}, …. Where "same" padding goes wrong in ND4J's native library, which is with dilation and with
 * strides wider than the window, zeros are padded by a layer before it. A depthwise convolution with dilation it refuses
 * (with oneDNN), so that gets a wider kernel, with zeros in its gaps.
 */
final class StockConvolution {

    private final StockGraph graph;
    private final String name;
    private final Image in;
    private String input;

    StockConvolution(StockGraph graph, String name, String input, Image in) {
        this.graph = graph;
        this.name = name;
        this.input = input;
        this.in = in;
    }

    /** The layer that computes a group. */
    static String group(String name, int group) {
        return name + "/" + group;
    }

    void add(Convolution layer) {
        boolean padded = pad(layer.kernel(), layer.stride(), layer.dilation());
        int read = in.channels() / layer.groups();
        int given = layer.filters() / layer.groups();
        if (layer.groups() == 1) {
            add(name, layer, read, given, padded, input);
            return;
        }
        String[] results = new String[layer.groups()];
        for (int g = 0; g < results.length; g++) {
            String share = group(name, g) + "/input";
            int first = g * read;
            int last = first + read - 1;
            graph.add(share, new SubsetVertex(first, last), "new SubsetVertex(" + first + ", " + last + ")", input);
            results[g] = group(name, g);
            add(results[g], layer, read, given, padded, share);
        }
        graph.add(name, new MergeVertex(), "new MergeVertex()", results);
    }

    private void add(String as, Convolution layer, int read, int given, boolean padded, String from) {
        ConvolutionLayer.Builder builder = new ConvolutionLayer.Builder()
                .kernelSize(layer.kernel(), layer.kernel())
                .stride(layer.stride(), layer.stride())
                .dilation(layer.dilation(), layer.dilation())
                .nIn(read)
                .nOut(given)
                .hasBias(layer.bias());
        String code = "new ConvolutionLayer.Builder()"
                + window(layer.kernel(), layer.stride(), layer.dilation())
                + ".nIn(" + read + ").nOut(" + given + ").hasBias(" + layer.bias() + ")";
        if (padded) {
            builder.convolutionMode(ConvolutionMode.Truncate);
            code += ".convolutionMode(ConvolutionMode.Truncate)";
        }
        graph.add(as, builder.build(), code + ".build()", from);
    }

    void add(DepthwiseConvolution layer) {
        int kernel = extent(layer.kernel(), layer.dilation());
        boolean padded = pad(kernel, layer.stride(), 1);
        int channels = in.channels();
        DepthwiseConvolution2D.Builder builder = new DepthwiseConvolution2D.Builder()
                .kernelSize(kernel, kernel)
                .stride(layer.stride(), layer.stride())
                .depthMultiplier(1)
                .nIn(channels)
                .nOut(channels)
                .hasBias(layer.bias());
        String code = "new DepthwiseConvolution2D.Builder()"
                + window(kernel, layer.stride(), 1)
                + ".depthMultiplier(1).nIn(" + channels + ").nOut(" + channels + ").hasBias(" + layer.bias() + ")";
        if (padded) {
            builder.convolutionMode(ConvolutionMode.Truncate);
            code += ".convolutionMode(ConvolutionMode.Truncate)";
        }
        graph.add(name, builder.build(), code + ".build()", input);
    }

    /** Pixels a side that a kernel spans. */
    static int extent(int kernel, int dilation) {
        return (kernel - 1) * dilation + 1;
    }

    private static String window(int kernel, int stride, int dilation) {
        String window = String.format(".kernelSize(%1$d, %1$d).stride(%2$d, %2$d)", kernel, stride);
        return dilation == 1 ? window : window + String.format(".dilation(%1$d, %1$d)", dilation);
    }

    /** Whether the window needs a layer of padding before it, which is then the input. */
    private boolean pad(int kernel, int stride, int dilation) {
        if (dilation == 1 && stride <= kernel + 1) {
            return false;
        }
        int extent = extent(kernel, dilation);
        int vertical = padding(in.height(), stride, extent);
        int horizontal = padding(in.width(), stride, extent);
        if (vertical + horizontal > 0) {
            int top = vertical / 2;
            int left = horizontal / 2;
            graph.add(
                    name + "/padded",
                    new ZeroPaddingLayer(top, vertical - top, left, horizontal - left),
                    String.format("new ZeroPaddingLayer(%d, %d, %d, %d)", top, vertical - top, left, horizontal - left),
                    input);
            input = name + "/padded";
        }
        return true;
    }

    private static int padding(int pixels, int stride, int extent) {
        int windows = (pixels - 1) / stride + 1;
        return Math.max((windows - 1) * stride + extent - pixels, 0);
    }
}
