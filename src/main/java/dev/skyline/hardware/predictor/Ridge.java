package dev.skyline.hardware.predictor;

import java.util.Arrays;

/**
 * Linear regression with a penalty on squared weights, on standardised columns. The penalty is against the mean of
 * squared residuals: what it distorts does not depend on the number of rows, so that models of parts of the data err as
 * that of all. The intercept, the last weight, goes free.
 */
record Ridge(double[] weights) {

    /** Residuals beyond this many standard deviations count linearly: 95 % as efficient as squares on normal noise. */
    private static final double HUBER = 1.345;

    private static final double MAD_TO_DEVIATION = 1.4826;
    private static final int REWEIGHTINGS = 6;
    private static final double LEAST_SCALE = 1e-3;
    private static final double ROUNDING = 1e-12;
    private static final double LEAST_PIVOT = 1e-9;

    /** Sums of products, from which the weights for any penalty follow. */
    static final class Normal {

        private final double[][] gram;
        private final double[] moments;
        private final int rows;

        /** O(rows × columns²). */
        Normal(double[][] rows, int columns, double[] values, double[] weights) {
            this.rows = rows.length;
            gram = new double[columns + 1][];
            Arrays.setAll(gram, i -> new double[i + 1]);
            moments = new double[columns + 1];
            double[] x = new double[columns + 1];
            for (int r = 0; r < rows.length; r++) {
                System.arraycopy(rows[r], 0, x, 0, columns);
                x[columns] = 1;
                for (int i = 0; i <= columns; i++) {
                    double scaled = x[i] * weights[r];
                    moments[i] += scaled * values[r];
                    double[] row = gram[i];
                    for (int j = 0; scaled != 0 && j <= i; j++) {
                        row[j] += scaled * x[j];
                    }
                }
            }
        }

        /** O(columns³). */
        Ridge solve(double penalty) {
            int n = moments.length;
            double[][] l = new double[n][];
            double[] x = moments.clone();
            for (int i = 0; i < n; i++) {
                double[] row = gram[i].clone();
                row[i] += i < n - 1 ? penalty * rows : 0;
                for (int j = 0; j < i; j++) {
                    row[j] = (row[j] - dot(row, l[j], j)) / l[j][j];
                }
                row[i] = Math.sqrt(Math.max(row[i] - dot(row, row, i), LEAST_PIVOT));
                l[i] = row;
                x[i] = (x[i] - dot(row, x, i)) / row[i];
            }
            for (int i = n - 1; i >= 0; i--) {
                x[i] /= l[i][i];
                for (int j = 0; j < i; j++) {
                    x[j] -= l[i][j] * x[i];
                }
            }
            return new Ridge(x);
        }
    }

    /** Least squares on the first columns. */
    static Ridge fit(double[][] rows, int columns, double[] values, double penalty) {
        return new Normal(rows, columns, values, ones(rows.length)).solve(penalty);
    }

    /**
     * The same with Huber's loss, by weighting again and again (Huber 1981, Robust Statistics, chapter 7): runs that
     * something disturbed pull less.
     */
    static Ridge fitRobustly(double[][] rows, int columns, double[] values, double penalty) {
        Ridge ridge = fit(rows, columns, values, penalty);
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        double least = Math.max(LEAST_SCALE * Numbers.deviation(values), ROUNDING * largest);
        for (int i = 0; i < REWEIGHTINGS; i++) {
            double[] residuals = ridge.residuals(rows, values);
            double[] sizes = Arrays.stream(residuals).map(Math::abs).toArray();
            double bound = HUBER * Math.max(MAD_TO_DEVIATION * Numbers.median(sizes), least);
            double[] weights = Arrays.stream(sizes)
                    .map(size -> size <= bound ? 1 : bound / size)
                    .toArray();
            ridge = new Normal(rows, columns, values, weights).solve(penalty);
        }
        return ridge;
    }

    static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    double predict(double[] row) {
        return weights[weights.length - 1] + dot(weights, row, weights.length - 1);
    }

    double[] residuals(double[][] rows, double[] values) {
        double[] residuals = new double[rows.length];
        Arrays.setAll(residuals, i -> values[i] - predict(rows[i]));
        return residuals;
    }

    /** Four sums side by side: twice as fast as one, whose additions wait for each other. */
    private static double dot(double[] a, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i < length - 3; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + s2 + s3;
    }
}
