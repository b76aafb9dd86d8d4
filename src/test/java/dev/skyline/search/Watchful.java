package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.plugin.NoSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A strategy whose proposals depend on everything that a history tells of recorded and pending trials. */
final class Watchful implements SearchStrategy {

    static final Plugin<NoSettings, StrategyContext, SearchStrategy> PLUGIN =
            new Plugin<>("watchful", "", "", NoSettings.class, (settings, context) -> new Watchful());

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        int seen = List.of(
                        history.recorded().stream()
                                .map(trial -> trial.measurements().list())
                                .toList(),
                        history.pending().stream()
                                .map(trial -> trial.measurements().list())
                                .toList())
                .toString()
                .hashCode();
        Architecture architecture = space.sample(new SplittableRandom(seen ^ random.nextLong()));
        return List.of(Proposal.of(architecture));
    }
}
