package dev.skyline.hardware.predictor;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * How far predictions are off, depending on the features: normalised split-conformal prediction (Lei et al. 2018,
 * Distribution-Free Predictive Inference for Regression, section 5.2) on residuals out of fold. The sizes of residuals
 * are learned by trees, themselves out of fold, and the intervals are so many times that size as it takes to hold
 * {@value #COVERAGE} of what was measured.
 *
 * @param size of a residual, expected from a row
 * @param factor half-width of an interval in such sizes
 */
record Spread(ToDoubleFunction<double[]> size, double factor) {

    /** Share of what is not yet measured that lies in its interval, whatever the device. */
    static final double COVERAGE = 0.95;

    /** Of fewer, sizes cannot be told apart. */
    private static final int LEAST_TO_LEARN = 200;

    private static final double LEAST_SHARE = 0.3;
    private static final Boosting.Plan PLAN = new Boosting.Plan(60, 0.1, 0.6, new TreeGrower.Shape(3, 20, 0.3));

    /** A spread, and the half-widths for the rows that it was learned from. */
    record Learned(Spread spread, double[] halfWidths) {}

    static Learned learn(double[][] rows, double[] residuals, Folds folds, long seed) {
        double[] sizes = Arrays.stream(residuals).map(Math::abs).toArray();
        Folds.Learner learner = (x, y) -> sizes(x, y, seed);
        double[] expected = folds.outOfFold(rows, sizes, learner);
        double[] scores = new double[sizes.length];
        Arrays.setAll(scores, i -> sizes[i] / expected[i]);
        double factor = quantile(scores);
        return new Learned(
                new Spread(learner.learn(rows, sizes), factor),
                Arrays.stream(expected).map(each -> factor * each).toArray());
    }

    private static ToDoubleFunction<double[]> sizes(double[][] rows, double[] sizes, long seed) {
        double mean = Math.max(Numbers.mean(sizes), Double.MIN_NORMAL);
        if (rows.length < LEAST_TO_LEARN) {
            return row -> mean;
        }
        double[] beside = Arrays.stream(sizes).map(size -> size - mean).toArray();
        Boosting trees = Boosting.fit(rows, beside, PLAN, seed);
        return row -> Math.max(LEAST_SHARE * mean, mean + trees.predict(row));
    }

    /** With the share corrected for the number of scores; the largest where they are too few. */
    private static double quantile(double[] scores) {
        return Numbers.quantile(scores, Math.min(1, COVERAGE * (scores.length + 1) / scores.length));
    }

    double halfWidth(double[] row) {
        return factor * size.applyAsDouble(row);
    }
}
