package dev.skyline.strategy.gaussian;

import java.util.List;

/**
 * The kernel of a process and its noise, both relative to the process' amplitude.
 *
 * @param noise variance, positive
 */
record Covariance(OverlapKernel kernel, double noise) {

    /** The first i + 1 entries of row i of the points' covariance matrix. O(i × decisions). */
    double[] row(List<int[]> points, int i) {
        double[] row = new double[i + 1];
        for (int j = 0; j < i; j++) {
            row[j] = kernel.of(points.get(i), points.get(j));
        }
        row[i] = 1 + noise;
        return row;
    }

    /** Covariances of another point with these. */
    double[] with(List<int[]> points, int[] point) {
        double[] covariances = new double[points.size()];
        for (int j = 0; j < covariances.length; j++) {
            covariances[j] = kernel.of(points.get(j), point);
        }
        return covariances;
    }
}
