package dev.skyline.hardware;

import java.util.OptionalDouble;

/**
 * How well a model predicts architectures that it has not seen.
 *
 * @param samples architectures that it was learned from
 * @param medianError median of the relative errors: 0.02 is 2 %
 * @param within10Percent share of the predictions within 10 % of the measurement, from 0 to 1
 * @param spearman rank correlation; empty where all are equal
 * @param coverage share of the measurements that lie in their 95 % intervals, from 0 to 1
 */
public record ModelQuality(
        int samples, double medianError, double within10Percent, OptionalDouble spearman, double coverage) {}
