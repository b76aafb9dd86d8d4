package dev.skyline.hardware.predictor;

/**
 * A latency that was not measured, and the central interval that holds it in 95 of 100 cases.
 *
 * @param millis milliseconds of one inference, positive
 * @param low at least 0, at most {@code millis}
 * @param high at least {@code millis}
 */
public record Prediction(double millis, double low, double high) {

    public Prediction {
        if (!(millis > 0 && low >= 0 && low <= millis && millis <= high && Double.isFinite(high))) {
            throw new IllegalArgumentException(
                    "a prediction is positive and inside its interval, not " + millis + " in " + low + " to " + high);
        }
    }

    boolean holds(double measured) {
        return low <= measured && measured <= high;
    }
}
