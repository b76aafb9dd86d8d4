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
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Shape.Image;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Computes a network's output the plain way, in double precision: what every runtime is compared with. */
public final class ReferenceNetwork implements Layer.Visitor<double[]> {

    private final Network network;
    private final Weights weights;
    private final Map<String, double[]> values = new HashMap<>();
    private Node node;
    private double[] in;

    private ReferenceNetwork(Network network, Weights weights) {
        this.network = network;
        this.weights = weights;
    }

    /** What the network's last layer gives for one sample, at inference. */
    public static double[] output(Network network, Weights weights, float[] sample) {
        ReferenceNetwork reference = new ReferenceNetwork(network, weights);
        double[] input = new double[sample.length];
        Arrays.setAll(input, i -> sample[i]);
        reference.values.put(Network.INPUT, input);
        for (Node next : network.nodes()) {
            reference.node = next;
            reference.in = reference.values.get(next.inputs().get(0));
            reference.values.put(next.name(), next.layer().accept(reference));
        }
        return reference.values.get(network.output().name());
    }

    private Image inputImage() {
        return (Image) network.inputShapes(node).get(0);
    }

    private Image outputImage() {
        return (Image) network.shape(node.name());
    }

    private double[] inputs(int number) {
        return values.get(node.inputs().get(number));
    }

    private float[] weight(String role) {
        return weights.get(node.name(), role);
    }

    /** What is done with each value of a window that does not lie in the padding. */
    private interface Window {
        void value(double value, int offset);
    }

    /** Visits the window of "same" padding around one pixel of the result. */
    private void visit(int channel, int y, int x, int kernel, int stride, Window window) {
        Image from = inputImage();
        Image to = outputImage();
        int top = y * stride - padding(from.height(), to.height(), kernel, stride);
        int left = x * stride - padding(from.width(), to.width(), kernel, stride);
        for (int row = Math.max(0, top); row < Math.min(from.height(), top + kernel); row++) {
            for (int column = Math.max(0, left); column < Math.min(from.width(), left + kernel); column++) {
                double value = in[(channel * from.height() + row) * from.width() + column];
                window.value(value, (row - top) * kernel + column - left);
            }
        }
    }

    private static int padding(int pixels, int outPixels, int kernel, int stride) {
        return Math.max(0, (outPixels - 1) * stride + kernel - pixels) / 2;
    }

    /** One pixel of one channel of the result. */
    private interface Pixel {
        double at(int channel, int y, int x);
    }

    private double[] image(Pixel pixel) {
        Image to = outputImage();
        double[] out = new double[(int) to.elements()];
        for (int channel = 0, i = 0; channel < to.channels(); channel++) {
            for (int y = 0; y < to.height(); y++) {
                for (int x = 0; x < to.width(); x++) {
                    out[i++] = pixel.at(channel, y, x);
                }
            }
        }
        return out;
    }

    private double[] each(DoubleUnaryOperator function) {
        return Arrays.stream(in).map(function).toArray();
    }

    @Override
    public double[] convolution(Convolution layer) {
        int channels = inputImage().channels();
        int size = layer.kernel() * layer.kernel();
        float[] kernel = weight(Weights.KERNEL);
        float[] bias = layer.bias() ? weight(Weights.BIAS) : new float[layer.filters()];
        return image((filter, y, x) -> {
            double[] sum = {bias[filter]};
            for (int c = 0; c < channels; c++) {
                int start = (filter * channels + c) * size;
                visit(c, y, x, layer.kernel(), layer.stride(), (v, at) -> sum[0] += v * kernel[start + at]);
            }
            return sum[0];
        });
    }

    @Override
    public double[] depthwiseConvolution(DepthwiseConvolution layer) {
        int size = layer.kernel() * layer.kernel();
        float[] kernel = weight(Weights.KERNEL);
        float[] bias =
                layer.bias() ? weight(Weights.BIAS) : new float[inputImage().channels()];
        return image((channel, y, x) -> {
            double[] sum = {bias[channel]};
            visit(channel, y, x, layer.kernel(), layer.stride(), (v, at) -> sum[0] += v * kernel[channel * size + at]);
            return sum[0];
        });
    }

    @Override
    public double[] batchNorm(BatchNorm layer) {
        float[] scale = weight(Weights.SCALE);
        float[] shift = weight(Weights.SHIFT);
        float[] mean = weight(Weights.MEAN);
        float[] variance = weight(Weights.VARIANCE);
        int pixels = in.length / scale.length;
        double[] out = new double[in.length];
        for (int i = 0; i < out.length; i++) {
            int c = i / pixels;
            out[i] = (in[i] - mean[c]) / Math.sqrt(variance[c] + BatchNorm.EPSILON) * scale[c] + shift[c];
        }
        return out;
    }

    @Override
    public double[] activation(Activation layer) {
        return switch (layer.function()) {
            case RELU -> each(x -> Math.max(x, 0));
            case TANH -> each(Math::tanh);
            case SIGMOID -> each(x -> 1 / (1 + Math.exp(-x)));
        };
    }

    @Override
    public double[] pooling(Pooling layer) {
        boolean maximum = layer.kind() == Pooling.Kind.MAX;
        return image((channel, y, x) -> {
            double[] sumCountLargest = {0, 0, Double.NEGATIVE_INFINITY};
            visit(channel, y, x, layer.kernel(), layer.stride(), (value, at) -> {
                sumCountLargest[0] += value;
                sumCountLargest[1]++;
                sumCountLargest[2] = Math.max(sumCountLargest[2], value);
            });
            return maximum ? sumCountLargest[2] : sumCountLargest[0] / sumCountLargest[1];
        });
    }

    @Override
    public double[] globalPooling(GlobalPooling layer) {
        int pixels = inputImage().height() * inputImage().width();
        double[] out = new double[inputImage().channels()];
        for (int i = 0; i < in.length; i++) {
            out[i / pixels] += in[i] / pixels;
        }
        return out;
    }

    @Override
    public double[] flatten(Flatten layer) {
        return in;
    }

    @Override
    public double[] dense(Dense layer) {
        float[] kernel = weight(Weights.KERNEL);
        float[] bias = weight(Weights.BIAS);
        double[] out = new double[layer.units()];
        for (int unit = 0; unit < out.length; unit++) {
            out[unit] = bias[unit];
            for (int i = 0; i < in.length; i++) {
                out[unit] += in[i] * kernel[i * out.length + unit];
            }
        }
        return out;
    }

    @Override
    public double[] dropout(Dropout layer) {
        return in;
    }

    @Override
    public double[] add(Add layer) {
        double[] out = in.clone();
        for (int number = 1; number < node.inputs().size(); number++) {
            double[] other = inputs(number);
            Arrays.setAll(out, i -> out[i] + other[i]);
        }
        return out;
    }

    @Override
    public double[] concatenate(Concatenate layer) {
        List<double[]> parts = node.inputs().stream().map(values::get).toList();
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    public double[] zero(Zero layer) {
        return new double[in.length];
    }

    @Override
    public double[] identity(Identity layer) {
        return in;
    }

    @Override
    public double[] softmax(Softmax layer) {
        double largest = Arrays.stream(in).max().orElseThrow();
        double[] out = each(x -> Math.exp(x - largest));
        double sum = Arrays.stream(out).sum();
        return Arrays.stream(out).map(x -> x / sum).toArray();
    }
}
