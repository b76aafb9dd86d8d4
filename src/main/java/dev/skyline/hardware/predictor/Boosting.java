package dev.skyline.hardware.predictor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A sum of small trees, each fitted to what the ones before it left of a random share of the rows (Friedman 2002,
 * Stochastic Gradient Boosting). The tenth of the residuals that are largest is clipped, as in Huber's loss.
 */
record Boosting(List<Tree> trees, double rate) {

    static final Boosting NONE = new Boosting(List.of(), 0);

    private static final double CLIPPED_ABOVE = 0.9;

    /**
     * @param rate by which each tree's answer is scaled
     * @param rowShare of the rows that each tree sees
     */
    record Plan(int trees, double rate, double rowShare, TreeGrower.Shape shape) {}

    /** O(trees × rows × columns × depth). */
    static Boosting fit(double[][] rows, double[] values, Plan plan, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Bins bins = Bins.of(rows);
        TreeGrower grower = new TreeGrower(bins, bins.cut(rows), plan.shape(), random);
        double[] residuals = values.clone();
        List<Tree> trees = new ArrayList<>(plan.trees());
        int share = Math.max(1, (int) (plan.rowShare() * rows.length));
        for (int t = 0; t < plan.trees(); t++) {
            Tree tree = grower.grow(Arrays.copyOf(Numbers.shuffled(rows.length, random), share), clipped(residuals));
            trees.add(tree);
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] -= plan.rate() * tree.predict(rows[i]);
            }
        }
        return new Boosting(trees, plan.rate());
    }

    private static double[] clipped(double[] residuals) {
        double bound = Numbers.quantile(Arrays.stream(residuals).map(Math::abs).toArray(), CLIPPED_ABOVE);
        return Arrays.stream(residuals)
                .map(residual -> Math.max(-bound, Math.min(bound, residual)))
                .toArray();
    }

    Boosting first(int count) {
        return new Boosting(trees.subList(0, Math.min(count, trees.size())), rate);
    }

    double predict(double[] row) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.predict(row);
        }
        return rate * sum;
    }
}
