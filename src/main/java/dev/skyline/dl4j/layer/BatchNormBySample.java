package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;
import java.util.Arrays;

import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.BETA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GAMMA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_MEAN;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_VAR;

/**
 * Batch normalisation of images and vectors. What belongs to a channel is spread over the channel's pixels, so that
 * every loop runs over a whole sample.
 *
 * <p>The running statistics are the plain average of the batches seen until the decaying average has seen enough of
 * them: an epoch of a small data set has too few batches to forget what the statistics started from.
 */
final class BatchNormBySample extends BaseLayer<BatchNormalization> {

    private static final long serialVersionUID = 1L;

    private final transient Scratch scratch;
    private transient float[] mean;
    private transient float[] variance;
    private int batches;

    BatchNormBySample(NeuralNetConfiguration configuration, DataType type, Scratch scratch) {
        super(configuration, type);
        this.scratch = scratch;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray in = Floats.contiguous(input);
        INDArray out = Outputs.activations(workspaces, in.shape());
        Samples samples = new Samples(in);
        if (training) {
            measure(samples);
        } else {
            mean = values(GLOBAL_MEAN);
            variance = values(GLOBAL_VAR);
        }
        float[] factor = values(GAMMA);
        float[] offset = values(BETA);
        for (int c = 0; c < factor.length; c++) {
            factor[c] *= (float) (1 / deviation(c));
            offset[c] -= mean[c] * factor[c];
        }
        float[] factors = samples.spread(factor, scratch.array(1, samples.size));
        float[] offsets = samples.spread(offset, scratch.array(2, samples.size));
        float[] x = scratch.array(0, samples.size);
        FloatBuffer to = Floats.of(out);
        for (int n = 0; n < samples.count; n++) {
            samples.values.get(n * samples.size, x, 0, samples.size);
            Loops.scaleAndShift(x, factors, offsets, samples.size);
            to.put(n * samples.size, x, 0, samples.size);
        }
        return out;
    }

    /** Mean and variance of the batch, by sums of differences from the first sample's means: no digits cancel. */
    private void measure(Samples samples) {
        float[] x = scratch.array(0, samples.size);
        samples.values.get(0, x, 0, samples.size);
        float[] origin = samples.sums(x);
        for (int c = 0; c < origin.length; c++) {
            origin[c] /= samples.pixels;
        }
        float[] origins = samples.spread(origin, scratch.array(1, samples.size));
        float[] sum = scratch.zeros(2, samples.size);
        float[] squares = scratch.zeros(3, samples.size);
        for (int n = 0; n < samples.count; n++) {
            samples.values.get(n * samples.size, x, 0, samples.size);
            Loops.subtract(x, origins, samples.size);
            Loops.add(sum, x, samples.size);
            Loops.addProducts(squares, x, x, samples.size);
        }
        float[] differences = samples.sums(sum);
        float[] square = samples.sums(squares);
        double values = (double) samples.count * samples.pixels;
        mean = new float[origin.length];
        variance = new float[origin.length];
        for (int c = 0; c < origin.length; c++) {
            double difference = differences[c] / values;
            mean[c] = (float) (origin[c] + difference);
            variance[c] = (float) Math.max(0, square[c] / values - difference * difference);
        }
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        Samples samples = new Samples(Floats.contiguous(input));
        FloatBuffer from = Floats.of(Floats.contiguous(epsilon));
        INDArray result = Outputs.gradient(workspaces, input.shape());
        float[] x = scratch.array(0, samples.size);
        float[] g = scratch.array(1, samples.size);
        float[] means = samples.spread(mean, scratch.array(2, samples.size));
        float[] sum = scratch.zeros(3, samples.size);
        float[] products = scratch.zeros(4, samples.size);
        for (int n = 0; n < samples.count; n++) {
            samples.values.get(n * samples.size, x, 0, samples.size);
            from.get(n * samples.size, g, 0, samples.size);
            Loops.subtract(x, means, samples.size);
            Loops.add(sum, g, samples.size);
            Loops.addProducts(products, g, x, samples.size);
        }
        float[] shiftGradient = samples.sums(sum);
        float[] product = samples.sums(products);
        float[] scaleGradient = new float[product.length];
        float[] scale = values(GAMMA);
        float[] slope = new float[product.length];
        float[] offset = new float[product.length];
        double values = (double) samples.count * samples.pixels;
        for (int c = 0; c < scale.length; c++) {
            double inverse = 1 / deviation(c);
            scaleGradient[c] = (float) (product[c] * inverse);
            slope[c] = (float) (-scale[c] * inverse * inverse * inverse * product[c] / values);
            offset[c] = (float) (-scale[c] * inverse * shiftGradient[c] / values) - slope[c] * mean[c];
            scale[c] *= (float) inverse;
        }
        float[] scales = samples.spread(scale, scratch.array(2, samples.size));
        float[] slopes = samples.spread(slope, scratch.array(3, samples.size));
        float[] offsets = samples.spread(offset, scratch.array(4, samples.size));
        FloatBuffer to = Floats.of(result);
        for (int n = 0; n < samples.count; n++) {
            samples.values.get(n * samples.size, x, 0, samples.size);
            from.get(n * samples.size, g, 0, samples.size);
            Loops.scaleAndShift(x, slopes, offsets, samples.size);
            Loops.addProducts(x, g, scales, samples.size);
            to.put(n * samples.size, x, 0, samples.size);
        }
        return new Pair<>(gradients(scaleGradient, shiftGradient), result);
    }

    /** DL4J moves the running statistics by "gradients" too, which its updaters subtract as they are. */
    private Gradient gradients(float[] scale, float[] shift) {
        batches++;
        double weight = Math.max(1 - layerConf().getDecay(), 1.0 / batches);
        Gradient gradient = new DefaultGradient();
        put(gradient, GAMMA, scale);
        put(gradient, BETA, shift);
        put(gradient, GLOBAL_MEAN, step(values(GLOBAL_MEAN), mean, weight));
        put(gradient, GLOBAL_VAR, step(values(GLOBAL_VAR), variance, weight));
        return gradient;
    }

    private void put(Gradient gradient, String parameter, float[] values) {
        INDArray view = gradientViews.get(parameter);
        Floats.of(view).put(values);
        gradient.setGradientFor(parameter, view);
    }

    private static float[] step(float[] running, float[] batch, double weight) {
        float[] step = new float[running.length];
        for (int c = 0; c < step.length; c++) {
            step[c] = (float) ((running[c] - batch[c]) * weight);
        }
        return step;
    }

    private double deviation(int channel) {
        return Math.sqrt(variance[channel] + layerConf().getEps());
    }

    private float[] values(String parameter) {
        float[] values = new float[(int) layerConf().getNOut()];
        Floats.of(params.get(parameter)).get(values);
        return values;
    }

    @Override
    public boolean updaterDivideByMinibatch(String parameter) {
        return !parameter.equals(GLOBAL_MEAN) && !parameter.equals(GLOBAL_VAR);
    }

    @Override
    public Type type() {
        return Type.NORMALIZATION;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    /** A batch as samples of channels of pixels; a vector's features are channels of one pixel. */
    private static final class Samples {

        private final FloatBuffer values;
        private final int count;
        private final int channels;
        private final int pixels;
        private final int size;

        Samples(INDArray array) {
            this.values = Floats.of(array);
            this.count = (int) array.size(0);
            this.channels = (int) array.size(1);
            this.size = (int) (array.length() / count);
            this.pixels = size / channels;
        }

        float[] spread(float[] byChannel, float[] target) {
            for (int c = 0; c < channels; c++) {
                Arrays.fill(target, c * pixels, (c + 1) * pixels, byChannel[c]);
            }
            return target;
        }

        float[] sums(float[] sample) {
            float[] sums = new float[channels];
            for (int c = 0, i = 0; c < channels; c++) {
                double sum = 0;
                for (int end = i + pixels; i < end; i++) {
                    sum += sample[i];
                }
                sums[c] = (float) sum;
            }
            return sums;
        }
    }
}
