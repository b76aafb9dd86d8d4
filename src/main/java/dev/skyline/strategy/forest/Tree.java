package dev.skyline.strategy.forest;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A regression tree. Its leaves keep the mean and the variance of their points. */
final class Tree {

    private static final double LEAST_GAIN = 1e-12;

    private final Split split;
    private final Tree left;
    private final Tree right;
    private final double mean;
    private final double variance;

    /** Grows trees of one forest. */
    record Grower(Forest.Shape shape, Features features, int[][] points, double[] values, RandomGenerator random) {

        /** O(points × decisions × depth). */
        Tree grow(int[] sample) {
            Split best = sample.length < shape.leastToSplit() ? Split.NONE : bestSplit(sample);
            if (best.gain() < LEAST_GAIN) {
                return new Tree(sample, values);
            }
            int[] left = Arrays.stream(sample)
                    .filter(i -> best.goesLeft()[points[i][best.feature()]])
                    .toArray();
            int[] right = Arrays.stream(sample)
                    .filter(i -> !best.goesLeft()[points[i][best.feature()]])
                    .toArray();
            return new Tree(best, grow(left), grow(right));
        }

        private Split bestSplit(int[] sample) {
            Split best = Split.NONE;
            for (int feature = 0; feature < features.levels().length; feature++) {
                if (random.nextDouble() < shape.featureShare()) {
                    Split split = Split.best(features, feature, points, values, sample, shape.leastInLeaf());
                    best = split.gain() > best.gain() ? split : best;
                }
            }
            return best;
        }
    }

    private Tree(int[] sample, double[] values) {
        split = Split.NONE;
        left = null;
        right = null;
        mean = Arrays.stream(sample).mapToDouble(i -> values[i]).sum() / sample.length;
        variance = Arrays.stream(sample)
                        .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                        .sum()
                / sample.length;
    }

    private Tree(Split split, Tree left, Tree right) {
        this.split = split;
        this.left = left;
        this.right = right;
        this.mean = Double.NaN;
        this.variance = Double.NaN;
    }

    /** O(depth). */
    Tree leaf(int[] point) {
        Tree at = this;
        while (at.left != null) {
            at = at.split.goesLeft()[point[at.split.feature()]] ? at.left : at.right;
        }
        return at;
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }
}
