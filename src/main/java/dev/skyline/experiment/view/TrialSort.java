package dev.skyline.experiment.view;

import dev.skyline.metric.MetricKey;

import java.util.Optional;

/**
 * In which order trials are listed; those without a value come last, those equal in it by number.
 *
 * @param metric present exactly for {@link Field#METRIC}
 */
public record TrialSort(Field field, Optional<MetricKey> metric, boolean descending) {

    /** What trials may be ordered by. */
    public enum Field {
        NUMBER,
        SEQUENCE,
        STATE,
        CREATED_AT,
        FINISHED_AT,
        METRIC
    }

    public TrialSort {
        if (metric.isPresent() != (field == Field.METRIC)) {
            throw new IllegalArgumentException("a metric is named exactly where trials are ordered by one");
        }
    }

    public static TrialSort by(Field field, boolean descending) {
        return new TrialSort(field, Optional.empty(), descending);
    }

    public static TrialSort by(MetricKey metric, boolean descending) {
        return new TrialSort(Field.METRIC, Optional.of(metric), descending);
    }
}
