package dev.skyline.hardware.predictor;

import java.util.Arrays;

/** On which scale operators' costs add up. */
enum Scale {
    /** Operators add their times. */
    LINEAR,
    /** Operators multiply the time, for latencies of very different sizes. */
    LOGARITHMIC;

    double of(double millis) {
        return this == LINEAR ? millis : Math.log(millis);
    }

    double[] of(double[] millis) {
        return Arrays.stream(millis).map(this::of).toArray();
    }

    double millis(double value) {
        return this == LINEAR ? value : Math.exp(value);
    }
}
