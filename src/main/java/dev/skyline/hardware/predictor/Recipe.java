package dev.skyline.hardware.predictor;

import java.util.Locale;

/**
 * How latency follows from a row of features.
 *
 * @param columns how many of the first columns the additive model sees; the trees see all
 * @param robust whether the additive model lets disturbed runs pull less
 * @param penalty of the additive model's squared weights
 * @param trees that correct the additive model; none where they do not help
 */
record Recipe(Scale scale, int columns, boolean robust, double penalty, int trees) {

    static final int MOST_TREES = 300;

    private static final TreeGrower.Shape SHAPE = new TreeGrower.Shape(4, 5, 0.2);

    /** A fitted one. */
    record Fitted(Scale scale, Ridge additive, Boosting correction) {

        double millis(double[] row) {
            return scale.millis(additive.predict(row) + correction.predict(row));
        }

        Fitted withTrees(int count) {
            return new Fitted(scale, additive, correction.first(count));
        }
    }

    Recipe withRobustness() {
        return new Recipe(scale, columns, true, penalty, trees);
    }

    Recipe withTrees(int count) {
        return new Recipe(scale, columns, robust, penalty, count);
    }

    /** O(rows × columns²) and O(trees × rows × columns). */
    Fitted fit(double[][] rows, double[] millis, long seed) {
        double[] values = scale.of(millis);
        Ridge additive =
                robust ? Ridge.fitRobustly(rows, columns, values, penalty) : Ridge.fit(rows, columns, values, penalty);
        if (trees == 0) {
            return new Fitted(scale, additive, Boosting.NONE);
        }
        Boosting.Plan plan = new Boosting.Plan(trees, 0.05, 0.6, SHAPE);
        return new Fitted(scale, additive, Boosting.fit(rows, additive.residuals(rows, values), plan, seed));
    }

    /** For people. */
    @Override
    public String toString() {
        return String.format(
                "additive model of %d features (%s scale%s, penalty %s) with %d trees",
                columns, scale.name().toLowerCase(Locale.ROOT), robust ? ", robust" : "", penalty, trees);
    }
}
