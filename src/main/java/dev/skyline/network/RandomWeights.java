package dev.skyline.network;

import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;

import java.util.SplittableRandom;

/** Weights of a size that keeps activations near one, as after a training. */
public final class RandomWeights {

    private RandomWeights() {}

    public static Weights of(Network network, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Weights weights = new Weights();
        for (Node node : network.nodes()) {
            int channels = network.inputShapes(node).get(0).channels();
            if (node.layer() instanceof Convolution c) {
                kernel(
                        weights,
                        node,
                        random,
                        c.filters() * (channels / c.groups()) * c.kernel() * c.kernel(),
                        c.filters(),
                        c.bias());
            } else if (node.layer() instanceof DepthwiseConvolution d) {
                kernel(weights, node, random, channels * d.kernel() * d.kernel(), channels, d.bias());
            } else if (node.layer() instanceof Dense dense) {
                kernel(weights, node, random, channels * dense.units(), dense.units(), true);
            } else if (node.layer() instanceof BatchNorm) {
                weights.put(node.name(), Weights.SCALE, values(random, channels, 0.5, 1.5));
                weights.put(node.name(), Weights.SHIFT, values(random, channels, -0.5, 0.5));
                weights.put(node.name(), Weights.MEAN, values(random, channels, -0.5, 0.5));
                weights.put(node.name(), Weights.VARIANCE, values(random, channels, 0.5, 2));
            }
        }
        return weights;
    }

    private static void kernel(
            Weights weights, Node node, SplittableRandom random, int size, int outputs, boolean bias) {
        double bound = Math.sqrt(3.0 * outputs / size);
        weights.put(node.name(), Weights.KERNEL, values(random, size, -bound, bound));
        if (bias) {
            weights.put(node.name(), Weights.BIAS, values(random, outputs, -0.5, 0.5));
        }
    }

    public static float[] values(SplittableRandom random, int count, double from, double to) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(from, to);
        }
        return values;
    }
}
