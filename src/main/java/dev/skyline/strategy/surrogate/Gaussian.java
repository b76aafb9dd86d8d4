package dev.skyline.strategy.surrogate;

import java.util.random.RandomGenerator;

/**
 * A model's belief about a value.
 *
 * @param deviation standard deviation, 0 or more
 */
public record Gaussian(double mean, double deviation) {

    public static Gaussian exactly(double value) {
        return new Gaussian(value, 0);
    }

    /** Probability that the value is at most {@code bound}. */
    public double atMost(double bound) {
        if (deviation == 0) {
            return mean <= bound ? 1 : 0;
        }
        return StandardNormal.atMost((bound - mean) / deviation);
    }

    /**
     * By how much the value is expected to come to lie below {@code best} (Jones, Schonlau and Welch 1998, Efficient Global
     * Optimization of Expensive Black-Box Functions, equation 15).
     */
    public double expectedImprovement(double best) {
        if (deviation == 0) {
            return Math.max(0, best - mean);
        }
        return deviation * StandardNormal.improvement((best - mean) / deviation);
    }

    /** One draw, as Thompson sampling takes it. */
    public double sample(RandomGenerator random) {
        return deviation == 0 ? mean : random.nextGaussian(mean, deviation);
    }
}
