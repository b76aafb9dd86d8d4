package dev.skyline.onnx;

import dev.skyline.network.Layer;
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
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;
import dev.skyline.network.Weights;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A network computed in plain loops and double precision: what every runtime is held against. */
final class PlainNetwork implements Layer.Visitor<double[]> {

    private final Weights weights;
    private final String node;
    private final List<double[]> inputs;
    private final List<Shape> shapes;
    private final Shape output;

    private PlainNetwork(Network network, Weights weights, Node node, List<double[]> inputs) {
        this.weights = weights;
        this.node = node.name();
        this.inputs = inputs;
        this.shapes = network.inputShapes(node);
        this.output = network.shape(node.name());
    }

    /** What the last node gives for one sample. */
    static double[] run(Network network, Weights weights, double[] sample) {
        Map<String, double[]> values = new HashMap<>();
        values.put(Network.INPUT, sample);
        for (Node node : network.nodes()) {
            List<double[]> inputs = node.inputs().stream().map(values::get).toList();
            values.put(node.name(), node.layer().accept(new PlainNetwork(network, weights, node, inputs)));
        }
        return values.get(network.output().name());
    }

    /** The same for samples one after the other. */
    static double[] runBatch(Network network, Weights weights, float[] samples) {
        int values = Math.toIntExact(network.input().elements());
        return IntStream.range(0, samples.length / values)
                .mapToObj(sample -> IntStream.range(sample * values, (sample + 1) * values)
                        .mapToDouble(i -> samples[i])
                        .toArray())
                .flatMapToDouble(sample -> Arrays.stream(run(network, weights, sample)))
                .toArray();
    }

    /** Sums or compares the pixels of a window; called once for each that lies in the image. */
    private interface Pixel {
        void visit(int index, int row, int column);
    }

    private void window(int kernel, int stride, int channel, int y, int x, Pixel pixel) {
        Image in = (Image) shapes.get(0);
        Image out = (Image) output;
        int top = y * stride - Math.max((out.height() - 1) * stride + kernel - in.height(), 0) / 2;
        int left = x * stride - Math.max((out.width() - 1) * stride + kernel - in.width(), 0) / 2;
        for (int row = Math.max(top, 0); row < Math.min(top + kernel, in.height()); row++) {
            for (int column = Math.max(left, 0); column < Math.min(left + kernel, in.width()); column++) {
                pixel.visit((channel * in.height() + row) * in.width() + column, row - top, column - left);
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
        int channels = ((Image) shapes.get(0)).channels();
        float[] kernel = weights.get(node, Weights.KERNEL);
        return image((filter, y, x) -> {
            double[] sum = {layer.bias() ? weights.get(node, Weights.BIAS)[filter] : 0};
            for (int channel = 0; channel < channels; channel++) {
                int base = (filter * channels + channel) * k * k;
                window(
                        k,
                        layer.stride(),
                        channel,
                        y,
                        x,
                        (i, row, column) -> sum[0] += inputs.get(0)[i] * kernel[base + row * k + column]);
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
            window(
                    k,
                    layer.stride(),
                    channel,
                    y,
                    x,
                    (i, row, column) -> sum[0] += inputs.get(0)[i] * kernel[(channel * k + row) * k + column]);
            return sum[0];
        });
    }

    @Override
    public double[] pooling(Pooling layer) {
        return image((channel, y, x) -> {
            double[] seen = {0, Double.NEGATIVE_INFINITY, 0};
            window(layer.kernel(), layer.stride(), channel, y, x, (i, row, column) -> {
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
            case TANH -> each(Math::tanh);
            case SIGMOID -> each(x -> 1 / (1 + Math.exp(-x)));
        };
    }

    private double[] each(DoubleUnaryOperator function) {
        return Arrays.stream(inputs.get(0)).map(function).toArray();
    }

    @Override
    public double[] globalPooling(GlobalPooling layer) {
        int channels = ((Image) shapes.get(0)).channels();
        double[] result = new double[channels];
        int pixels = inputs.get(0).length / channels;
        for (int i = 0; i < inputs.get(0).length; i++) {
            result[i / pixels] += inputs.get(0)[i] / pixels;
        }
        return result;
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
