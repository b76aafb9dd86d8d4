package dev.skyline.strategy.bananas;

import java.util.Arrays;

/** @param deviation standard deviation over the values themselves, 0 or more */
record Moments(double mean, double deviation) {

    /** Of one value at least. */
    static Moments of(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new Moments(mean, Math.sqrt(squares / values.length));
    }

    /** What values are divided by, so that they vary by about one; 1 where all are equal. */
    double scale() {
        return deviation > 0 ? deviation : 1;
    }
}
