package dev.skyline.experiment.view;

import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Interval;
import dev.skyline.metric.MetricKey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An evaluated trial, reduced to some of its values.
 *
 * @param values in the order in which the metrics were asked for; empty where the trial has none
 * @param intervals of those values that were predicted with one, where it was asked for
 */
public record TrialValues(
        int number,
        long sequence,
        Fidelity fidelity,
        Instant finishedAt,
        List<OptionalDouble> values,
        Map<MetricKey, Interval> intervals) {

    public TrialValues {
        values = List.copyOf(values);
        intervals = Map.copyOf(intervals);
    }
}
