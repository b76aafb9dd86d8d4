package dev.skyline.hardware.lookup;

import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;

import java.util.ArrayList;
import java.util.List;

/**
 * An inverted residual measured as one (Sandler et al. 2018): an expansion 1×1, a depthwise convolution, a projection 1×1
 * and, where it is residual, the sum with its input. Published tables are of such blocks.
 *
 * @param hidden channels of the depthwise convolution; 0 where there is no expansion
 * @param groups of the expansion and the projection
 */
public record BlockKey(Image in, Image out, int hidden, int kernel, int stride, int groups, boolean residual)
        implements CompoundKey {

    static final String TYPE = "mbconv";

    /**
     * @throws dev.skyline.network.ShapeMismatch where the layers do not fit one another
     */
    public BlockKey {
        Shape last = in;
        for (LayerKey layer : layers(in, out, hidden, kernel, stride, groups, residual)) {
            last = layer.output();
        }
        if (!last.equals(out)) {
            throw new IllegalArgumentException(
                    "out is " + KeyText.shape(last) + " for this mbconv, not " + KeyText.shape(out));
        }
    }

    static BlockKey read(KeyText words) {
        return new BlockKey(
                image(words, "in"),
                image(words, "out"),
                words.whole("hidden", 0),
                words.window("kernel"),
                words.window("stride", 1),
                words.whole("groups", 1),
                words.flag("residual"));
    }

    @Override
    public List<LayerKey> layers() {
        return layers(in, out, hidden, kernel, stride, groups, residual);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Shape> inputs() {
        return List.of(in);
    }

    @Override
    public Shape output() {
        return out;
    }

    @Override
    public String text() {
        return TYPE + " in=" + KeyText.shape(in) + " out=" + KeyText.shape(out)
                + (hidden > 0 ? " hidden=" + hidden : "")
                + " kernel=" + KeyText.window(kernel)
                + " stride=" + KeyText.window(stride)
                + (groups > 1 ? " groups=" + groups : "")
                + (residual ? " residual=true" : "");
    }

    @Override
    public String toString() {
        return text();
    }

    private static List<LayerKey> layers(
            Image in, Image out, int hidden, int kernel, int stride, int groups, boolean residual) {
        List<LayerKey> layers = new ArrayList<>();
        Shape last = in;
        if (hidden > 0) {
            last = add(layers, new LayerKey(new Convolution(hidden, 1, 1, 1, groups, true), List.of(last)));
        }
        last = add(layers, new LayerKey(new DepthwiseConvolution(kernel, stride, true), List.of(last)));
        last = add(layers, new LayerKey(new Convolution(out.channels(), 1, 1, 1, groups, true), List.of(last)));
        if (residual) {
            add(layers, new LayerKey(new Add(), List.of(last, in)));
        }
        return List.copyOf(layers);
    }

    private static Shape add(List<LayerKey> layers, LayerKey layer) {
        layers.add(layer);
        return layer.output();
    }

    private static Image image(KeyText words, String name) {
        if (words.shape(name) instanceof Image image) {
            return image;
        }
        throw new IllegalArgumentException(name + " must be an image, not " + words.text(name));
    }
}
