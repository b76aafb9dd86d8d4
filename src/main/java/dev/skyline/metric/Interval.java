package dev.skyline.metric;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Where a value is to be expected: with a chance of {@value #LEVEL} between the two bounds, and as often above as below.
 *
 * @param low at most the value
 * @param high at least the value
 */
public record Interval(double low, double high) {

    /** Chance that the value lies within. */
    public static final double LEVEL = 0.95;

    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double EDGE = NORMAL.inverseCumulativeProbability((1 + LEVEL) / 2);

    public Interval {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
            throw new IllegalArgumentException(
                    "an interval reaches from a number up to another, not " + low + " to " + high);
        }
    }

    /**
     * What the value stays below with a chance of {@code confidence}. Inside the interval and beyond it the error is taken
     * as normal on either side of {@code value}: at the bounds, 0.025 and 0.975, nothing is assumed.
     *
     * @param value the expected one
     * @param confidence above 0 and below 1
     */
    public double quantile(double value, double confidence) {
        double deviations = NORMAL.inverseCumulativeProbability(confidence) / EDGE;
        return value + deviations * (deviations < 0 ? value - low : high - value);
    }
}
