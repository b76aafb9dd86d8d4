package dev.skyline.search;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.metric.GrowingHypervolume;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.metric.Score;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How a search came to what it has: best values and hypervolume after each outcome, of trials with the highest fidelity
 * that it has reached by now.
 */
public final class ReadHistory {

    private final Histories histories;

    public ReadHistory(Histories histories) {
        this.histories = histories;
    }

    /**
     * The search after an outcome.
     *
     * @param elapsedSeconds since the experiment began
     * @param hypervolume over the problem's objectives; empty for a single one
     * @param best the best value so far of each objective among feasible trials, in its unit
     */
    public record Point(
            long sequence,
            int trial,
            Instant at,
            double elapsedSeconds,
            OptionalDouble hypervolume,
            Map<MetricKey, Double> best) {}

    /** @param reference values up to which hypervolume is measured, in the metrics' units */
    public record Report(List<Point> points, Optional<Map<MetricKey, Double>> reference) {}

    /**
     * The whole way, thinned to at most {@code limit} points of which the last is always one. O(n log n) for up to two
     * objectives.
     */
    public Report read(Experiment experiment, int limit) {
        List<Trial> recorded = histories.recorded(experiment.id());
        Problem problem = experiment.spec().problem();
        List<MetricKey> keys = problem.objectives().stream().map(Objective::key).toList();
        Optional<double[]> reference = ReferencePoint.of(keys, recorded);
        Optional<GrowingHypervolume> volume =
                reference.filter(r -> problem.isMultiObjective()).map(GrowingHypervolume::new);
        Instant began = experiment.startedAt().orElse(experiment.createdAt());
        Map<MetricKey, Double> best = new LinkedHashMap<>();
        Set<Trial> results = Collections.newSetFromMap(new IdentityHashMap<>());
        results.addAll(Results.of(recorded));
        List<Point> points = new ArrayList<>();
        int step = Math.max(1, (recorded.size() + limit - 1) / limit);
        for (int i = 0; i < recorded.size(); i++) {
            Trial trial = recorded.get(i);
            feasible(problem, trial).filter(score -> results.contains(trial)).ifPresent(score -> {
                volume.ifPresent(v -> v.add(score.objectives()));
                keys.forEach(key -> keepBest(best, key, trial));
            });
            if (i % step == step - 1 || i == recorded.size() - 1) {
                Instant at = trial.finishedAt().orElseThrow();
                points.add(new Point(
                        trial.sequence().orElseThrow(),
                        trial.number(),
                        at,
                        Duration.between(began, at).toMillis() / 1000.0,
                        volume.map(v -> OptionalDouble.of(v.value())).orElse(OptionalDouble.empty()),
                        Map.copyOf(best)));
            }
        }
        return new Report(points, reference.map(r -> inUnits(keys, r)));
    }

    private static Optional<Score> feasible(Problem problem, Trial trial) {
        return trial.state().isEvaluated()
                ? problem.score(trial.measurements()).filter(Score::isFeasible)
                : Optional.empty();
    }

    private static void keepBest(Map<MetricKey, Double> best, MetricKey key, Trial trial) {
        double value = trial.measurements().value(key).orElseThrow();
        best.merge(key, value, (old, now) -> key.metric().better(now, old) ? now : old);
    }

    private static Map<MetricKey, Double> inUnits(List<MetricKey> keys, double[] canonical) {
        Map<MetricKey, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < canonical.length; i++) {
            values.put(keys.get(i), keys.get(i).metric().canonical(canonical[i]));
        }
        return values;
    }
}
