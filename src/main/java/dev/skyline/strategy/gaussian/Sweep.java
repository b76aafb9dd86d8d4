package dev.skyline.strategy.gaussian;

import dev.skyline.space.SearchSpace.Encodable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Correlations of points, one after the other, with the same known ones. As the kernel is a product over the decisions, a
 * point takes over the products for the first decisions that it shares with the one before it. Not for several threads.
 */
final class Sweep {

    private final List<int[]> points;

    /** For each decision and choice, from none on, a factor for each known point. */
    private final double[][][] factors;

    /** For each number of decisions, the product of that many factors for each known point. */
    private final double[][] products;

    private int next;

    /** O(decisions × options × known points). */
    Sweep(OverlapKernel kernel, List<int[]> known, List<int[]> points) {
        this.points = points;
        int decisions = kernel.weights().length;
        this.factors = new double[decisions][][];
        for (int d = 0; d < decisions; d++) {
            factors[d] = factors(kernel, d, known, points);
        }
        this.products = new double[decisions + 1][known.size()];
        Arrays.fill(products[0], 1);
    }

    private static double[][] factors(OverlapKernel kernel, int decision, List<int[]> known, List<int[]> points) {
        boolean[] met = new boolean
                [1
                        - Encodable.NONE
                        + points.stream().mapToInt(p -> p[decision]).max().orElse(0)];
        points.forEach(point -> met[point[decision] - Encodable.NONE] = true);
        double[][] factors = new double[met.length][];
        for (int i = 0; i < met.length; i++) {
            if (met[i]) {
                factors[i] = factors(kernel, decision, i + Encodable.NONE, known);
            }
        }
        return factors;
    }

    /** An exponential for each choice is cheaper than one for each known point. */
    private static double[] factors(OverlapKernel kernel, int decision, int choice, List<int[]> known) {
        Map<Integer, Double> byChoice = new HashMap<>();
        return known.stream()
                .mapToDouble(point ->
                        byChoice.computeIfAbsent(point[decision], other -> kernel.factor(decision, choice, other)))
                .toArray();
    }

    /** Those of the next point; valid until the next call. O(known points × decisions not shared). */
    double[] next() {
        int[] point = points.get(next);
        int shared = next == 0 ? 0 : Arrays.mismatch(points.get(next - 1), point);
        for (int d = shared < 0 ? point.length : shared; d < point.length; d++) {
            double[] before = products[d];
            double[] after = products[d + 1];
            double[] factor = factors[d][point[d] - Encodable.NONE];
            for (int j = 0; j < after.length; j++) {
                after[j] = before[j] * factor[j];
            }
        }
        next++;
        return products[point.length];
    }
}
