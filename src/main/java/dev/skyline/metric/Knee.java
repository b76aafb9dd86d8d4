package dev.skyline.metric;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The solution of a front at which giving a little more of one objective stops buying much of another: the one farthest
 * below the plane through the front's extremes, after each objective is scaled to [0, 1] over the front (Das 1999, On
 * Characterizing the "Knee" of the Pareto Curve Based on Normal-Boundary Intersection). Scaled so, it is the one with
 * the least sum of objectives.
 */
public final class Knee {

    private static final double ROUNDING = 1e-12;

    private Knee() {}

    /**
     * Index of the knee in a front of canonical vectors, the first of equals; empty for an empty front and for one that
     * nowhere bends below the plane. A single solution is its own knee. O(n × objectives).
     */
    public static OptionalInt of(List<double[]> front) {
        if (front.isEmpty()) {
            return OptionalInt.empty();
        }
        double[] low = front.get(0).clone();
        double[] high = low.clone();
        for (double[] vector : front) {
            for (int m = 0; m < vector.length; m++) {
                low[m] = Math.min(low[m], vector[m]);
                high[m] = Math.max(high[m], vector[m]);
            }
        }
        double[] sums = front.stream().mapToDouble(v -> scaledSum(v, low, high)).toArray();
        double least = Arrays.stream(sums).min().getAsDouble();
        if (least > 1 - ROUNDING) {
            return OptionalInt.empty();
        }
        int knee = 0;
        while (sums[knee] != least) {
            knee++;
        }
        return OptionalInt.of(knee);
    }

    private static double scaledSum(double[] vector, double[] low, double[] high) {
        double sum = 0;
        for (int m = 0; m < vector.length; m++) {
            sum += high[m] > low[m] ? (vector[m] - low[m]) / (high[m] - low[m]) : 0;
        }
        return sum;
    }
}
