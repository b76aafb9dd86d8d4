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

    /** @param halfWidth in ms; nothing is faster than 0 */
    static Prediction of(double millis, double halfWidth) {
        return new Prediction(millis, millis, millis).widened(halfWidth);
    }

    /**
     * What a model says that is off by as much to both sides.
     *
     * @param halfWidth on the scale
     */
    static Prediction around(Scale scale, double millis, double halfWidth) {
        double value = scale.of(millis);
        double low = Math.max(scale.millis(value - halfWidth), 0);
        double high = Math.min(scale.millis(value + halfWidth), Double.MAX_VALUE);
        return new Prediction(millis, Math.min(low, millis), Math.max(high, millis));
    }

    /** @param millis by which the interval reaches further, to both sides */
    Prediction widened(double millis) {
        return new Prediction(this.millis, Math.max(low - millis, 0), Math.min(high + millis, Double.MAX_VALUE));
    }

    boolean holds(double measured) {
        return low <= measured && measured <= high;
    }
}
