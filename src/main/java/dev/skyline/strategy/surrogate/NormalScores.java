package dev.skyline.strategy.surrogate;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Values seen through their ranks: the value at a share p of the sorted ones becomes the normal quantile of p (van der
 * Waerden scores). So a model is told the order of the good ones, whatever the scale, and however bad the worst are; it
 * is the Gaussian copula of Salinas, Shen and Perrone 2020, A Quantile-based Approach for Hyperparameter Transfer
 * Learning, section 4.
 */
public final class NormalScores {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final Ranks ranks;

    /** @param values none NaN; infinite ones are merely the greatest or least */
    public NormalScores(double[] values) {
        this.ranks = Ranks.of(values);
    }

    /** Non-decreasing in the value, equal for equal ones; of a value between two it is the score between theirs. O(log n). */
    public double of(double value) {
        return NORMAL.inverseCumulativeProbability((ranks.below(value) + 0.5) / (ranks.size() + 1));
    }
}
