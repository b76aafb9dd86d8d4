package dev.skyline.hardware.roofline;

import dev.skyline.hardware.lookup.LayerKey;
import dev.skyline.hardware.lookup.Operators;
import dev.skyline.network.Network;

/**
 * The roofline model (Williams, Waterman and Patterson 2009, CACM 52(4)): an operator takes as long as its arithmetic at
 * the peak, or as its values through the memory, whichever is longer. Every value is taken as read and written once, so
 * that it is a bound from below as far as caches do not help.
 *
 * @param peak GFLOP/s
 * @param bandwidth GB/s
 * @param layerOverhead µs
 * @param inferenceOverhead µs
 * @param bytes of a value
 */
record Roofline(
        double peak, double bandwidth, double layerOverhead, double inferenceOverhead, int bytes, int batchSize) {

    private static final double PER_MILLI = 1e6;
    private static final double MICROS_IN_MILLI = 1e3;
    private static final int FLOP_IN_MAC = 2;

    /** Milliseconds of an inference of the whole batch. O(nodes²), for the folding of zeros. */
    double millis(Network network) {
        return inferenceOverhead / MICROS_IN_MILLI
                + Operators.of(network).stream().mapToDouble(this::millis).sum();
    }

    private double millis(LayerKey operator) {
        double arithmetic = (double) FLOP_IN_MAC * operator.operations() * batchSize / (peak * PER_MILLI);
        double values = (double) operator.activations() * batchSize + operator.weights();
        return Math.max(arithmetic, values * bytes / (bandwidth * PER_MILLI)) + layerOverhead / MICROS_IN_MILLI;
    }
}
