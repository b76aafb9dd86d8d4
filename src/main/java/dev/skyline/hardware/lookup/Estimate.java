package dev.skyline.hardware.lookup;

/**
 * What an operator is believed to cost that a table does not have.
 *
 * @param ms of one execution
 * @param deviation standard deviation of its error in ms
 */
record Estimate(double ms, double deviation) {

    /** @param deviation of the logarithm; the error is taken as log-normal */
    static Estimate ofLogarithm(double ms, double deviation) {
        return new Estimate(ms, ms * Math.sqrt(Math.expm1(deviation * deviation)));
    }
}
