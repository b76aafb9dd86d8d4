package dev.skyline.strategy;

import dev.skyline.experiment.Trial;
import dev.skyline.metric.GrowingHypervolume;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;

import java.util.List;
import java.util.stream.IntStream;

/** Searches of the benchmark for accuracy and latency at once. */
public final class Nb201Fronts {

    public static final Problem PROBLEM =
            new Problem(List.of(Objective.of(Toy.ACCURACY), Objective.of(Nb201Table.LATENCY)), List.of());

    /** An accuracy of 50 % at 30 ms: worse than nearly all cells. */
    private static final double[] REFERENCE = {-0.5, 30};

    private Nb201Fronts() {}

    /** The hypervolume reached, for each seed from 0 on. */
    public static double[] hypervolumes(Nb201Table table, SearchStrategy strategy, int trials, int seeds) {
        return IntStream.range(0, seeds)
                .mapToDouble(seed -> hypervolume(table.search(strategy, PROBLEM, trials, seed)))
                .toArray();
    }

    public static double[] hypervolumesOfRandomSearch(Nb201Table table, int trials, int seeds) {
        SearchStrategy random =
                Strategies.plugins().create(PluginSpec.of("random"), new StrategyContext(Toy.space(), PROBLEM));
        return hypervolumes(table, random, trials, seeds);
    }

    private static double hypervolume(List<Trial> trials) {
        GrowingHypervolume volume = new GrowingHypervolume(REFERENCE);
        trials.forEach(trial -> PROBLEM.score(trial.measurements()).ifPresent(score -> volume.add(score.objectives())));
        return volume.value();
    }
}
