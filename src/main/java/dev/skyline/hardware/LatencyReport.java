package dev.skyline.hardware;

import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long one inference takes.
 *
 * @param medianMillis of one inference of the whole batch
 * @param p95Millis 95th percentile
 * @param spread half the interquartile range over the median (0.02 is 2 %)
 * @param throughput samples a second of back-to-back inferences
 * @param repetitions inferences that these figures rest on
 * @param steady whether successive medians agreed before the time was up
 */
public record LatencyReport(
        double medianMillis, double p95Millis, double spread, double throughput, int repetitions, boolean steady) {

    /** The same figures, not to be relied on: something else wanted the cores. */
    public LatencyReport unsteady() {
        return new LatencyReport(medianMillis, p95Millis, spread, throughput, repetitions, false);
    }

    /** As measurements of latency and throughput on the target of this name. */
    public Measurements measurements(String target) {
        return Measurements.of(
                new Measurement(
                        MetricKey.of(Metric.LATENCY, target),
                        medianMillis,
                        Source.MEASURED,
                        OptionalDouble.of(p95Millis),
                        OptionalDouble.of(spread),
                        Optional.empty(),
                        steady),
                new Measurement(
                        MetricKey.of(Metric.THROUGHPUT, target),
                        throughput,
                        Source.MEASURED,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        steady));
    }
}
