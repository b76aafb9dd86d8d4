package dev.skyline.comparison;

import dev.skyline.metric.Metric.Direction;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Problem;

import java.util.List;
import java.util.Optional;

/**
 * What a comparison says so far.
 *
 * @param problem of every run
 * @param metric whose best value the curves show; empty for several objectives, where they show the hypervolume of the
 *     front, each objective mapped to [0, 1] over all runs, up to the reference (1, …, 1)
 * @param strategies in the comparison's order
 */
public record ComparisonReport(Problem problem, Optional<MetricKey> metric, List<StrategyReport> strategies) {

    public ComparisonReport {
        strategies = List.copyOf(strategies);
    }

    /** Whether smaller values are better: never so for the hypervolume. */
    public boolean smallerIsBetter() {
        return metric.filter(key -> key.metric().direction() == Direction.MINIMIZE)
                .isPresent();
    }
}
