package dev.skyline.network;

import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Concatenate;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Layer.Flatten;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Resize;
import dev.skyline.network.Layer.Scale;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Truncate;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Shape.Image;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A network computed in plain loops and double precision: what every runtime is held against. */
public final class ReferenceNetwork implements Layer.Visitor<double[]> {

    private final Weights weights;
    private final String node;
    private final List<double[]> inputs;
    private final List<Shape> shapes;
    private final Shape output;

    private ReferenceNetwork(Network network, Weights weights, Node node, List<double[]> inputs) {
        this.weights = weights;
        this.node = node.name();
        this.inputs = inputs;
        this.shapes = network.inputShapes(node);
        this.output = network.shape(node.name());
    }

    /** What the last node gives for one sample, at inference. */
    public static double[] output(Network network, Weights weights, float[] sample) {
        double[] input = new double[sample.length];
        Arrays.setAll(input, i -> sample[i]);
        Map<String, double[]> values = new HashMap<>();
        values.put(Network.INPUT, input);
        for (Node node : network.nodes()) {
            List<double[]> inputs = node.inputs().stream().map(values::get).toList();
            values.put(node.name(), node.layer().accept(new ReferenceNetwork(network, weights, node, inputs)));
        }
        return values.get(network.output().name());
    }

    /** The same for samples one after the other. */
    public static double[] outputs(Network network, Weights weights, float[] samples) {
        int values = Math.toIntExact(network.input().elements());
        return IntStream.range(0, samples.length / values)
                .mapToObj(sample -> Arrays.copyOfRange(samples, sample * values, (sample + 1) * values))
                .flatMapToDouble(sample -> Arrays.stream(output(network, weights, sample)))
                .toArray();
    }

    /** Sums or compares the pixels of a window; called once for each that lies in the image. */
    private interface Pixel {
        void visit(int index, int row, int column);
    }

    private void window(int kernel, int stride, int dilation, int channel, int y, int x, Pixel pixel) {
        Image in = (Image) shapes.get(0);
        Image out = (Image) output;
        int extent = (kernel - 1) * dilation + 1;
        int top = y * stride - Math.max((out.height() - 1) * stride + extent - in.height(), 0) / 2;
        int left = x * stride - Math.max((out.width() - 1) * stride + extent - in.width(), 0) / 2;
        for (int row = 0; row < kernel; row++) {
            for (int column = 0; column < kernel; column++) {
                int inRow = top + row * dilation;
                int inColumn = left + column * dilation;
                if (inRow >= 0 && inRow < in.height() && inColumn >= 0 && inColumn < in.width()) {
                    pixel.visit((channel * in.height() + inRow) * in.width() + inColumn, row, column);
                }
            }
        }
    }

    private interface OutputPixel {
        double value(int channel, int y, int x);
    }

    private double[] image(OutputPixel pixel) {
        Image out = (Image) output;
        double[] result = new double[(int) out.elements()];
        for (int i = 0; i < result.length; i++) {
            int pixels = out.height() * out.width();
            result[i] = pixel.value(i / pixels, i % pixels / out.width(), i % out.width());
        }
        return result;
    }

    @Override
    public double[] convolution(Convolution layer) {
        int k = layer.kernel();
        int seen = shapes.get(0).channels() / layer.groups();
        float[] kernel = weights.get(node, Weights.KERNEL);
        return image((filter, y, x) -> {
            double[] sum = {layer.bias() ? weights.get(node, Weights.BIAS)[filter] : 0};
            int first = filter / (layer.filters() / layer.groups()) * seen;
            for (int c = 0; c < seen; c++) {
                int base = (filter * seen + c) * k * k;
                Pixel product = (i, row, column) -> sum[0] += inputs.get(0)[i] * kernel[base + row * k + column];
                window(k, layer.stride(), layer.dilation(), first + c, y, x, product);
            }
            return sum[0];
        });
    }

    @Override
    public double[] depthwiseConvolution(DepthwiseConvolution layer) {
        int k = layer.kernel();
        float[] kernel = weights.get(node, Weights.KERNEL);
        return image((channel, y, x) -> {
            double[] sum = {layer.bias() ? weights.get(node, Weights.BIAS)[channel] : 0};
            Pixel product = (i, row, column) -> sum[0] += inputs.get(0)[i] * kernel[(channel * k + row) * k + column];
            window(k, layer.stride(), layer.dilation(), channel, y, x, product);
            return sum[0];
        });
    }

    @Override
    public double[] pooling(Pooling layer) {
        return image((channel, y, x) -> {
            double[] seen = {0, Double.NEGATIVE_INFINITY, 0};
            window(layer.kernel(), layer.stride(), 1, channel, y, x, (i, row, column) -> {
                seen[0] += inputs.get(0)[i];
                seen[1] = Math.max(seen[1], inputs.get(0)[i]);
                seen[2]++;
            });
            return layer.kind() == Pooling.Kind.MAX ? seen[1] : seen[0] / seen[2];
        });
    }

    @Override
    public double[] batchNorm(BatchNorm layer) {
        float[] scale = weights.get(node, Weights.SCALE);
        float[] shift = weights.get(node, Weights.SHIFT);
        float[] mean = weights.get(node, Weights.MEAN);
        float[] variance = weights.get(node, Weights.VARIANCE);
        double[] result = inputs.get(0).clone();
        int pixels = result.length / scale.length;
        for (int i = 0; i < result.length; i++) {
            int c = i / pixels;
            result[i] = (result[i] - mean[c]) / Math.sqrt(variance[c] + BatchNorm.EPSILON) * scale[c] + shift[c];
        }
        return result;
    }

    @Override
    public double[] activation(Activation layer) {
        return switch (layer.function()) {
            case RELU -> each(x -> Math.max(x, 0));
            case RELU6 -> each(x -> Math.min(Math.max(x, 0), 6));
            case LEAKY_RELU -> each(x -> x > 0 ? x : 0.01 * x);
            case TANH -> each(Math::tanh);
            case SIGMOID -> each(ReferenceNetwork::sigmoid);
            case HARD_SIGMOID -> each(ReferenceNetwork::hardSigmoid);
            case SWISH -> each(x -> x * sigmoid(x));
            case HARD_SWISH -> each(x -> x * hardSigmoid(x));
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double hardSigmoid(double x) {
        return Math.min(Math.max(x / 6 + 0.5, 0), 1);
    }

    private double[] each(DoubleUnaryOperator function) {
        return Arrays.stream(inputs.get(0)).map(function).toArray();
    }

    @Override
    public double[] globalPooling(GlobalPooling layer) {
        double[] result = new double[output.channels()];
        int pixels = inputs.get(0).length / result.length;
        for (int c = 0; c < result.length; c++) {
            DoubleStream channel = Arrays.stream(inputs.get(0), c * pixels, (c + 1) * pixels);
            result[c] = layer.kind() == Pooling.Kind.MAX ? channel.max().orElseThrow() : channel.sum() / pixels;
        }
        return result;
    }

    @Override
    public double[] scale(Scale layer) {
        double[] result = inputs.get(0).clone();
        int pixels = result.length / output.channels();
        Arrays.setAll(result, i -> result[i] * inputs.get(1)[i / pixels]);
        return result;
    }

    @Override
    public double[] resize(Resize layer) {
        Image in = (Image) shapes.get(0);
        return image((c, y, x) -> inputs.get(0)[
                (c * in.height() + y * in.height() / layer.height()) * in.width() + x * in.width() / layer.width()]);
    }

    @Override
    public double[] truncate(Truncate layer) {
        return Arrays.copyOf(inputs.get(0), Math.toIntExact(output.elements()));
    }

    @Override
    public double[] dense(Dense layer) {
        float[] kernel = weights.get(node, Weights.KERNEL);
        float[] bias = weights.get(node, Weights.BIAS);
        double[] result = new double[layer.units()];
        for (int unit = 0; unit < result.length; unit++) {
            result[unit] = bias[unit];
            for (int i = 0; i < inputs.get(0).length; i++) {
                result[unit] += inputs.get(0)[i] * kernel[i * layer.units() + unit];
            }
        }
        return result;
    }

    @Override
    public double[] add(Add layer) {
        double[] result = new double[inputs.get(0).length];
        inputs.forEach(term -> Arrays.setAll(result, i -> result[i] + term[i]));
        return result;
    }

    @Override
    public double[] concatenate(Concatenate layer) {
        return inputs.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    public double[] softmax(Softmax layer) {
        double max = Arrays.stream(inputs.get(0)).max().orElseThrow();
        double sum = Arrays.stream(inputs.get(0)).map(x -> Math.exp(x - max)).sum();
        return each(x -> Math.exp(x - max) / sum);
    }

    @Override
    public double[] zero(Zero layer) {
        return new double[inputs.get(0).length];
    }

    @Override
    public double[] flatten(Flatten layer) {
        return inputs.get(0);
    }

    @Override
    public double[] dropout(Dropout layer) {
        return inputs.get(0);
    }

    @Override
    public double[] identity(Identity layer) {
        return inputs.get(0);
    }
}
