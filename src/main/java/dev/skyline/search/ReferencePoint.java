package dev.skyline.search;

import dev.skyline.experiment.Trial;
import dev.skyline.metric.Metric;
import dev.skyline.metric.Metric.Direction;
import dev.skyline.metric.MetricKey;

import java.util.List;
import java.util.Optional;

/**
 * The point up to which hypervolume is measured: a function of the first evaluated trials, which never change, so it
 * needs no place of its own to be kept (see docs/metrics.md).
 */
final class ReferencePoint {

    private static final int TRIALS = 10;
    private static final double MARGIN = 1.1;

    private ReferencePoint() {}

    /**
     * Canonical values (smaller is better), one for each key; empty while no trial has all of them.
     *
     * @param recorded by sequence number
     */
    static Optional<double[]> of(List<MetricKey> keys, List<Trial> recorded) {
        List<Trial> first = recorded.stream()
                .filter(trial -> trial.state().isEvaluated())
                .filter(trial -> keys.stream()
                        .allMatch(key -> trial.measurements().value(key).isPresent()))
                .limit(TRIALS)
                .toList();
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        keys.stream().mapToDouble(key -> worst(key, first)).toArray());
    }

    private static double worst(MetricKey key, List<Trial> trials) {
        Metric metric = key.metric();
        if (metric.direction() == Direction.MAXIMIZE && metric.unit().equals("ratio")) {
            return 0;
        }
        double worst = trials.stream()
                .mapToDouble(trial ->
                        metric.canonical(trial.measurements().value(key).orElseThrow()))
                .max()
                .orElseThrow();
        return worst > 0 ? worst * MARGIN : worst / MARGIN;
    }
}
