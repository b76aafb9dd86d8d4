package dev.skyline.hardware.predictor;

/**
 * In what errors are measured: the same for every network, or the more the longer it takes.
 *
 * @param typical latency in ms, positive
 * @param share of the unit that follows the latency of the network: 0 for errors that do not depend on it, 1 for relative ones
 */
record Yardstick(double typical, double share) {

    double unit(double predicted) {
        return (1 - share) * typical + share * predicted;
    }

    /** How many units a prediction in ms is off. */
    double error(double measured, double predicted) {
        return Math.abs(measured - predicted) / unit(predicted);
    }

    /** @param reach of the interval to both sides, in units */
    Prediction around(double millis, double reach) {
        return Prediction.of(millis, reach * unit(millis));
    }
}
