package dev.skyline.strategy.gaussian;

import java.util.Arrays;
import java.util.List;

/**
 * Fits a process' weights and noise: the greatest posterior density of their logarithms under a normal prior, with the
 * amplitude integrated to its best (Rasmussen and Williams 2006, Gaussian Processes for Machine Learning, section 5.4). By
 * gradients and Rprop (Riedmiller and Braun 1993), which needs no line search and does not care about scales.
 */
final class Fitting {

    private static final int STEPS = 40;
    private static final double FIRST_STEP = 0.3;
    private static final double LEAST_STEP = 1e-3;
    private static final double GREATEST_STEP = 1;
    private static final double RANGE = 5;

    /** Two random architectures of a space differ in most decisions; together these count about this much. */
    private static final double PRIOR_DISTANCE = 2;

    private static final double PRIOR_NOISE = 0.01;
    private static final double NOISE_SPREAD = 2;

    private final int[] ranges;
    private final List<int[]> points;
    private final double[] values;
    private final double[] prior;

    private Fitting(int[] ranges, List<int[]> points, double[] values) {
        this.ranges = ranges;
        this.points = points;
        this.values = values;
        this.prior = new double[ranges.length + 1];
        Arrays.fill(prior, Math.log(PRIOR_DISTANCE / ranges.length));
        prior[ranges.length] = Math.log(PRIOR_NOISE);
    }

    /** Negative logarithm of the density, up to a constant, and its gradient by the logarithms of weights and noise. */
    record Value(double loss, double[] gradient) {}

    /** O(n³) a step. */
    static Covariance fit(int[] ranges, List<int[]> points, double[] values) {
        return new Fitting(ranges, points, values).fit();
    }

    private Covariance fit() {
        double[] at = prior.clone();
        double[] best = at;
        double least = Double.POSITIVE_INFINITY;
        double[] step = new double[at.length];
        Arrays.fill(step, FIRST_STEP);
        double[] last = new double[at.length];
        for (int i = 0; i < STEPS; i++) {
            Value value = value(at);
            if (value.loss() < least) {
                least = value.loss();
                best = at.clone();
            }
            for (int d = 0; d < at.length; d++) {
                double turn = value.gradient()[d] * last[d];
                step[d] =
                        Math.min(GREATEST_STEP, Math.max(LEAST_STEP, step[d] * (turn > 0 ? 1.2 : turn < 0 ? 0.5 : 1)));
                double moved = at[d] - Math.signum(value.gradient()[d]) * step[d];
                at[d] = Math.max(prior[d] - RANGE, Math.min(prior[d] + RANGE, moved));
            }
            last = value.gradient();
        }
        return covariance(best);
    }

    static Value value(int[] ranges, List<int[]> points, double[] values, double[] logarithms) {
        return new Fitting(ranges, points, values).value(logarithms);
    }

    private Value value(double[] at) {
        int n = values.length;
        Covariance covariance = covariance(at);
        double[][] kernel = new double[n][];
        for (int i = 0; i < n; i++) {
            kernel[i] = covariance.row(points, i);
        }
        Cholesky factor = Cholesky.NONE.grownTo(n, i -> kernel[i].clone());
        double[] half = factor.solve(values);
        double[] alpha = factor.solveTransposed(half);
        double fit = 1 + Arrays.stream(half).map(x -> x * x).sum();
        double loss = n / 2.0 * Math.log(fit / (n + 1)) + factor.logDeterminantHalf();
        double[] gradient = gradient(covariance, kernel, factor.inverse(), alpha, n / fit);
        for (int d = 0; d < at.length; d++) {
            double spread = d < ranges.length ? 1 : NOISE_SPREAD;
            double away = (at[d] - prior[d]) / (spread * spread);
            loss += away * (at[d] - prior[d]) / 2;
            gradient[d] += away;
        }
        return new Value(loss, gradient);
    }

    private double[] gradient(
            Covariance covariance, double[][] kernel, double[][] inverse, double[] alpha, double share) {
        double[] weights = covariance.kernel().weights();
        double[] gradient = new double[weights.length + 1];
        for (int i = 0; i < alpha.length; i++) {
            int[] a = points.get(i);
            for (int j = 0; j < i; j++) {
                double slope = (inverse[i][j] - share * alpha[i] * alpha[j]) * kernel[i][j];
                int[] b = points.get(j);
                for (int d = 0; d < weights.length; d++) {
                    if (a[d] != b[d]) {
                        gradient[d] -= slope * weights[d] * covariance.kernel().difference(d, a, b);
                    }
                }
            }
            gradient[weights.length] += (inverse[i][i] - share * alpha[i] * alpha[i]) * covariance.noise() / 2;
        }
        return gradient;
    }

    private Covariance covariance(double[] logarithms) {
        double[] weights =
                Arrays.stream(logarithms, 0, ranges.length).map(Math::exp).toArray();
        return new Covariance(new OverlapKernel(ranges, weights), Math.exp(logarithms[ranges.length]));
    }
}
