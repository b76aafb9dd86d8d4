package dev.skyline.metric;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A value of a metric in the metric's unit, and how it was obtained.
 *
 * @param p95 95th percentile of the repetitions, for what was measured repeatedly
 * @param spread half the interquartile range over the median of the repetitions (0.02 is 2 %)
 * @param interval where the value is to be expected, for what was predicted with its uncertainty
 * @param steady false for a measurement that did not settle within its repetitions
 */
public record Measurement(
        MetricKey key,
        double value,
        Source source,
        OptionalDouble p95,
        OptionalDouble spread,
        Optional<Interval> interval,
        boolean steady) {

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
        if (interval.isPresent()
                && (interval.get().low() > value || interval.get().high() < value)) {
            throw new IllegalArgumentException(key + " is " + value + ", outside of " + interval.get());
        }
    }

    public static Measurement of(MetricKey key, double value, Source source) {
        return new Measurement(
                key, value, source, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), true);
    }

    /** @param interval that the value lies in */
    public static Measurement predicted(MetricKey key, double value, Interval interval) {
        return new Measurement(
                key,
                value,
                Source.PREDICTED,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.of(interval),
                true);
    }

    public static Measurement computed(Metric metric, double value) {
        return of(MetricKey.of(metric), value, Source.COMPUTED);
    }

    /** What the value stays below with this chance; the value itself, where nothing is said of its uncertainty. */
    public double quantile(double confidence) {
        return interval.map(i -> i.quantile(value, confidence)).orElse(value);
    }

    public static Measurement measured(Metric metric, double value) {
        return of(MetricKey.of(metric), value, Source.MEASURED);
    }
}
