package dev.skyline.experiment.view;

import dev.skyline.metric.Fidelity;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An evaluated trial, reduced to some of its values.
 *
 * @param values in the order in which the metrics were asked for; empty where the trial has none
 */
public record TrialValues(
        int number, long sequence, Fidelity fidelity, Instant finishedAt, List<OptionalDouble> values) {

    public TrialValues {
        values = List.copyOf(values);
    }
}
