package dev.skyline.hardware.predictor;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

import java.util.List;

/**
 * How well a predictor tells what it did not see.
 *
 * @param model what it learned, for people
 * @param pairs each architecture that was measured, with what was predicted without its measurement
 */
public record Report(String model, List<Pair> pairs) {

    private static final double NEAR = 0.1;

    /** @param measured milliseconds */
    public record Pair(String architecture, double measured, Prediction predicted) {

        /** Relative to what was measured. */
        public double error() {
            return Math.abs(predicted.millis() - measured) / measured;
        }
    }

    public Report {
        pairs = List.copyOf(pairs);
    }

    /** Share of the measurements that lie in their intervals. */
    public double coverage() {
        return share(pairs.stream()
                .filter(pair -> pair.predicted().holds(pair.measured()))
                .count());
    }

    /** Share of the predictions that are within 10 % of the measurement. */
    public double withinTenPercent() {
        return share(pairs.stream().filter(pair -> pair.error() <= NEAR).count());
    }

    private double share(long count) {
        return (double) count / pairs.size();
    }

    /** Median of the relative errors: 0.02 is 2 %. */
    public double medianError() {
        return Numbers.median(pairs.stream().mapToDouble(Pair::error).toArray());
    }

    /** Rank correlation of predicted and measured; NaN where all are equal. */
    public double spearman() {
        return new SpearmansCorrelation()
                .correlation(
                        pairs.stream()
                                .mapToDouble(pair -> pair.predicted().millis())
                                .toArray(),
                        pairs.stream().mapToDouble(Pair::measured).toArray());
    }
}
