package dev.skyline.estimator;

import java.util.List;

/**
 * Ends a training whose best accuracy so far is below the median of the mean accuracies that others had up to the same
 * epoch (Golovin et al. 2017, Google Vizier, section 3.2.2).
 */
public final class MedianStopping {

    /** Fewer curves say too little. */
    private static final int LEAST_CURVES = 5;

    private MedianStopping() {}

    /**
     * O(n log n).
     *
     * @param best highest accuracy of the training so far
     * @param averages mean accuracy of each earlier training up to the present epoch
     */
    public static boolean stops(double best, List<Double> averages) {
        if (averages.size() < LEAST_CURVES) {
            return false;
        }
        double[] sorted =
                averages.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return best < median;
    }
}
