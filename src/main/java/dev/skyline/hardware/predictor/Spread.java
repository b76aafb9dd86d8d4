package dev.skyline.hardware.predictor;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How far predictions are off: split-conformal prediction (Lei et al. 2018, Distribution-Free Predictive Inference for
 * Regression) on residuals out of fold. Intervals are as wide as it takes to hold {@value #COVERAGE} of what was measured.
 */
interface Spread {

    /** Share of what is not yet measured that lies in its interval, whatever the device. */
    double COVERAGE = 0.95;

    /** @param millis that are predicted for the row */
    Prediction around(double[] row, double millis);

    /** A spread, and the intervals for the rows that it was learned from. */
    record Learned(Spread spread, List<Prediction> outOfFold) {}

    /**
     * From many residuals their sizes are learned; few are as good as equal.
     *
     * @param predicted for each row without having seen it
     */
    static Learned learn(double[][] rows, double[] millis, double[] predicted, Scale scale, Folds folds, long seed) {
        return Sized.suits(millis, predicted, scale)
                ? Sized.learn(rows, millis, predicted, scale, folds, seed)
                : Even.learn(millis, predicted);
    }

    /** With the share corrected for the number of scores; the largest where they are too few. */
    static double quantile(double[] scores) {
        return Numbers.quantile(scores, Math.min(1, COVERAGE * (scores.length + 1) / scores.length));
    }

    /** As many units for each network. The unit is that whose intervals out of fold score best. */
    record Even(Yardstick yardstick, double reach) implements Spread {

        private static final double[] SHARES = {0, 0.5, 1};

        /** Of an interval's miss against its width (Gneiting and Raftery 2007, section 6.2). */
        private static final double COST_OF_MISSES = 2 / (1 - COVERAGE);

        static Learned learn(double[] millis, double[] predicted) {
            double typical = Numbers.median(millis);
            Learned best = null;
            double least = Double.POSITIVE_INFINITY;
            for (double share : SHARES) {
                Learned learned = learn(millis, predicted, new Yardstick(typical, share));
                double score = score(millis, learned.outOfFold());
                if (best == null || score < least) {
                    best = learned;
                    least = score;
                }
            }
            return best;
        }

        private static Learned learn(double[] millis, double[] predicted, Yardstick yardstick) {
            double[] errors = new double[millis.length];
            Arrays.setAll(errors, i -> yardstick.error(millis[i], predicted[i]));
            double reach = quantile(errors);
            List<Prediction> outOfFold = Arrays.stream(predicted)
                    .mapToObj(each -> yardstick.around(each, reach))
                    .toList();
            return new Learned(new Even(yardstick, reach), outOfFold);
        }

        private static double score(double[] millis, List<Prediction> predicted) {
            double score = 0;
            for (int i = 0; i < millis.length; i++) {
                Prediction told = predicted.get(i);
                double missed = Math.max(Math.max(told.low() - millis[i], millis[i] - told.high()), 0);
                score += told.high() - told.low() + COST_OF_MISSES * missed;
            }
            return score;
        }

        @Override
        public Prediction around(double[] row, double millis) {
            return yardstick.around(millis, reach);
        }
    }

    /**
     * Normalised (section 5.2 of Lei et al.): sizes of residuals are learned by trees, themselves out of fold.
     *
     * @param size of a residual, expected from a row
     * @param factor half-width of an interval in such sizes
     */
    record Sized(Scale scale, ToDoubleFunction<double[]> size, double factor) implements Spread {

        /** Learned from fewer, sizes follow chance, and intervals hold too seldom: 0.92 instead of 0.95 at 200. */
        private static final int LEAST_TO_LEARN = 600;

        /** Of the deviation of latencies: smaller residuals are rounding errors, whose size follows nothing. */
        private static final double NEGLIGIBLE = 1e-4;

        private static final double LEAST_SHARE = 0.3;
        private static final Boosting.Plan PLAN = new Boosting.Plan(60, 0.1, 0.6, new TreeGrower.Shape(3, 20, 0.3));

        static boolean suits(double[] millis, double[] predicted, Scale scale) {
            double mean = Numbers.mean(sizes(millis, predicted, scale));
            return millis.length >= LEAST_TO_LEARN && mean >= NEGLIGIBLE * Numbers.deviation(scale.of(millis));
        }

        static Learned learn(
                double[][] rows, double[] millis, double[] predicted, Scale scale, Folds folds, long seed) {
            double[] sizes = sizes(millis, predicted, scale);
            Folds.Learner learner = (x, y) -> expected(x, y, seed);
            double[] expected = folds.outOfFold(rows, sizes, learner);
            double[] scores = new double[sizes.length];
            Arrays.setAll(scores, i -> sizes[i] / expected[i]);
            double factor = quantile(scores);
            Stream<Prediction> outOfFold = IntStream.range(0, sizes.length)
                    .mapToObj(i -> Prediction.around(scale, predicted[i], factor * expected[i]));
            return new Learned(new Sized(scale, learner.learn(rows, sizes), factor), outOfFold.toList());
        }

        private static double[] sizes(double[] millis, double[] predicted, Scale scale) {
            double[] sizes = new double[millis.length];
            Arrays.setAll(sizes, i -> Math.abs(scale.of(millis[i]) - scale.of(predicted[i])));
            return sizes;
        }

        private static ToDoubleFunction<double[]> expected(double[][] rows, double[] sizes, long seed) {
            double mean = Numbers.mean(sizes);
            double[] beside = Arrays.stream(sizes).map(size -> size - mean).toArray();
            Boosting trees = Boosting.fit(rows, beside, PLAN, seed);
            return row -> Math.max(LEAST_SHARE * mean, mean + trees.predict(row));
        }

        @Override
        public Prediction around(double[] row, double millis) {
            return Prediction.around(scale, millis, factor * size.applyAsDouble(row));
        }
    }
}
