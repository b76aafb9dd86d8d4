package dev.skyline.strategy.surrogate;

import org.apache.commons.math3.distribution.NormalDistribution;

import java.util.Arrays;

/**
 * Values seen through their ranks: the value at a share p of the sorted ones becomes the normal quantile of p (van der
 * Waerden scores). So a model is told the order of the good ones, whatever the scale, and however bad the worst are; it
 * is the Gaussian copula of Salinas, Shen and Perrone 2020, A Quantile-based Approach for Hyperparameter Transfer
 * Learning, section 4.
 */
public final class NormalScores {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final double[] sorted;

    /** @param values none NaN; infinite ones are merely the greatest or least */
    public NormalScores(double[] values) {
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** Non-decreasing in the value, equal for equal ones; of a value between two it is the score between theirs. O(log n). */
    public double of(double value) {
        int below = count(value, false);
        int upTo = count(value, true);
        return NORMAL.inverseCumulativeProbability((below + upTo + 1) / 2.0 / (sorted.length + 1));
    }

    /** How many are smaller than the value, or equal to it where {@code equal} ones count. */
    private int count(double value, boolean equal) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || equal && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
