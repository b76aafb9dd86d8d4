package dev.skyline;

import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

/** Statistical assertions. Tests seed their generators, so that they pass always or never. */
public final class Statistics {

    private static final double LEAST_EXPECTED = 5;

    private Statistics() {}

    /**
     * Pearson's chi-square test: the counts come from the distribution. Bins expected to hold fewer than 5 are pooled. The
     * statistic of k + 1 bins has mean k and variance 2k; 5 standard deviations are passed by a right sampler with
     * probability above 0.99999, and missed by one that is off by a tenth in ten thousand draws a bin.
     */
    public static void assertFollows(long[] observed, double[] expected) {
        assertThat(Arrays.stream(expected).sum()).as("total probability").isBetween(1 - 1e-9, 1 + 1e-9);
        long draws = Arrays.stream(observed).sum();
        double pooledObserved = 0;
        double pooledExpected = 0;
        double statistic = 0;
        int bins = 0;
        for (int i = 0; i < observed.length; i++) {
            double mean = expected[i] * draws;
            if (mean < LEAST_EXPECTED) {
                pooledObserved += observed[i];
                pooledExpected += mean;
            } else {
                statistic += square(observed[i] - mean) / mean;
                bins++;
            }
        }
        if (pooledExpected > 0) {
            statistic += square(pooledObserved - pooledExpected) / pooledExpected;
            bins++;
        }
        assertThat((statistic - (bins - 1)) / Math.sqrt(2.0 * (bins - 1)))
                .as("standard deviations of chi-square over %d bins", bins)
                .isLessThan(5);
    }

    private static double square(double x) {
        return x * x;
    }
}
