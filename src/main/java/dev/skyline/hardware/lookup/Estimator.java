package dev.skyline.hardware.lookup;

/** Estimates the cost of an operator from the rows of a table that are like it. */
@FunctionalInterface
interface Estimator {

    /** Nothing is known of how far off an estimate from one or two rows is: a factor of two is taken. */
    double UNKNOWN_DEVIATION = Math.log(2);

    /** O(rows) at most. */
    Estimate estimate(OperatorKey key);
}
