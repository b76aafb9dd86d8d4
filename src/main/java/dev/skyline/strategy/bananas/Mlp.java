package dev.skyline.strategy.bananas;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A fully connected network with one linear output and ReLU between its layers, trained on the mean absolute
 * error. Not for several threads at once.
 *
 * <p>One sample at a time, and only through the units that are on: about half of them, so a step costs half of what dense
 * matrices would. The rows of weights are padded to a multiple of {@value #LANES} for the innermost loops.
 */
final class Mlp {

    private static final int LANES = 4;

    private final Layer[] layers;
    private final float[] weights;
    private final float[] gradient;

    /** The place of a layer's weights, input by input and then the biases, and what its units gave and are to change. */
    private static final class Layer {

        private final int outputs;
        private final int stride;
        private final int start;
        private final int biases;
        private final float[] sum;
        private final float[] delta;
        private final int[] active;
        private final float[] activation;
        private int count;

        Layer(int inputs, int outputs, int start) {
            this.outputs = outputs;
            this.stride = (outputs + LANES - 1) / LANES * LANES;
            this.start = start;
            this.biases = start + inputs * stride;
            this.sum = new float[stride];
            this.delta = new float[stride];
            this.active = new int[outputs + 1];
            this.activation = new float[outputs + 1];
        }

        int end() {
            return biases + stride;
        }
    }

    /** Weights are drawn as by Glorot and Bengio 2010, uniformly; biases are zero. */
    Mlp(int inputs, int hiddenLayers, int width, RandomGenerator random) {
        layers = new Layer[hiddenLayers + 1];
        int end = 0;
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new Layer(l == 0 ? inputs : width, l < hiddenLayers ? width : 1, end);
            end = layers[l].end();
        }
        weights = new float[end];
        gradient = new float[end];
        for (int l = 0; l < layers.length; l++) {
            initialise(layers[l], l == 0 ? inputs : width, random);
        }
    }

    private void initialise(Layer layer, int inputs, RandomGenerator random) {
        double limit = Math.sqrt(6.0 / (inputs + layer.outputs));
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < layer.outputs; j++) {
                weights[layer.start + i * layer.stride + j] = (float) (limit * (2 * random.nextDouble() - 1));
            }
        }
    }

    /** O(weights of active units). */
    float predict(SparseRow row) {
        propagate(layers[0], row.index(), row.value(), row.index().length);
        for (int l = 1; l < layers.length; l++) {
            Layer below = layers[l - 1];
            activate(below);
            propagate(layers[l], below.active, below.activation, below.count);
        }
        return layers[layers.length - 1].sum[0];
    }

    private void propagate(Layer layer, int[] active, float[] activation, int count) {
        float[] w = weights;
        float[] sum = layer.sum;
        int stride = layer.stride;
        System.arraycopy(w, layer.biases, sum, 0, stride);
        for (int k = 0; k < count; k++) {
            float a = activation[k];
            int row = layer.start + active[k] * stride;
            for (int j = 0; j < stride; j += LANES) {
                sum[j] += a * w[row + j];
                sum[j + 1] += a * w[row + j + 1];
                sum[j + 2] += a * w[row + j + 2];
                sum[j + 3] += a * w[row + j + 3];
            }
        }
    }

    /** Without a branch, which could not be foreseen. */
    private static void activate(Layer layer) {
        int count = 0;
        for (int j = 0; j < layer.outputs; j++) {
            layer.active[count] = j;
            layer.activation[count] = layer.sum[j];
            count += layer.sum[j] > 0 ? 1 : 0;
        }
        layer.count = count;
    }

    /** One step of Adam on the mean absolute error over a batch. O(batch × weights of active units + weights). */
    void train(Adam adam, SparseRow[] rows, float[] targets, int[] batch, int from, int to) {
        adam.step(weights, gradient(rows, targets, batch, from, to));
    }

    float[] weights() {
        return weights;
    }

    /** By each weight. The next call overwrites it. */
    float[] gradient(SparseRow[] rows, float[] targets, int[] batch, int from, int to) {
        Arrays.fill(gradient, 0);
        for (int b = from; b < to; b++) {
            float error = predict(rows[batch[b]]) - targets[batch[b]];
            propagateBack(rows[batch[b]], Math.signum(error) / (to - from));
        }
        return gradient;
    }

    private void propagateBack(SparseRow row, float outputDelta) {
        layers[layers.length - 1].delta[0] = outputDelta;
        for (int l = layers.length - 1; l > 0; l--) {
            Layer below = layers[l - 1];
            addBiases(layers[l]);
            Arrays.fill(below.delta, 0);
            for (int k = 0; k < below.count; k++) {
                below.delta[below.active[k]] = back(layers[l], below.active[k], below.activation[k]);
            }
        }
        addBiases(layers[0]);
        for (int k = 0; k < row.index().length; k++) {
            back(layers[0], row.index()[k], row.value()[k]);
        }
    }

    private void addBiases(Layer layer) {
        for (int j = 0; j < layer.outputs; j++) {
            gradient[layer.biases + j] += layer.delta[j];
        }
    }

    /** Adds to the gradient of one input's weights; returns the derivative by that input. */
    private float back(Layer layer, int input, float activation) {
        float[] w = weights;
        float[] g = gradient;
        float[] delta = layer.delta;
        int row = layer.start + input * layer.stride;
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int j = 0; j < layer.stride; j += LANES) {
            int at = row + j;
            s0 += w[at] * delta[j];
            s1 += w[at + 1] * delta[j + 1];
            s2 += w[at + 2] * delta[j + 2];
            s3 += w[at + 3] * delta[j + 3];
            g[at] += activation * delta[j];
            g[at + 1] += activation * delta[j + 1];
            g[at + 2] += activation * delta[j + 2];
            g[at + 3] += activation * delta[j + 3];
        }
        return s0 + s1 + (s2 + s3);
    }
}
