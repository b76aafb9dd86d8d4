package dev.skyline.metric;

import java.util.OptionalDouble;

/**
 * A value of a metric in the metric's unit, and how it was obtained.
 *
 * @param p95 95th percentile of the repetitions, for what was measured repeatedly
 * @param spread half the interquartile range over the median of the repetitions (0.02 is 2 %)
 * @param steady false for a measurement that did not settle within its repetitions
 */
public record Measurement(
        MetricKey key, double value, Source source, OptionalDouble p95, OptionalDouble spread, boolean steady) {

    /** How a value was obtained. */
    public enum Source {
        MEASURED,
        PREDICTED,
        TABLE,
        COMPUTED
    }

    public Measurement {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(key + " must be a finite number, not " + value);
        }
    }

    public static Measurement of(MetricKey key, double value, Source source) {
        return new Measurement(key, value, source, OptionalDouble.empty(), OptionalDouble.empty(), true);
    }

    public static Measurement computed(Metric metric, double value) {
        return of(MetricKey.of(metric), value, Source.COMPUTED);
    }

    public static Measurement measured(Metric metric, double value) {
        return of(MetricKey.of(metric), value, Source.MEASURED);
    }
}
