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

    /**
     * What a model says that is off by as much to both sides.
     *
     * @param value on the scale
     * @param halfWidth on the scale
     * @param least positive; nothing is faster
     */
    static Prediction around(Scale scale, double value, double halfWidth, double least) {
        double millis = Math.max(scale.millis(value), least);
        double low = Math.max(scale.millis(value - halfWidth), 0);
        double high = scale.millis(value + halfWidth);
        return new Prediction(millis, Math.min(low, millis), Math.max(high, millis));
    }

    boolean holds(double measured) {
        return low <= measured && measured <= high;
    }
}
