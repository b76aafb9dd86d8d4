package dev.skyline.strategy;

import dev.skyline.experiment.TrialHistory;
import dev.skyline.plugin.NoSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.space.SearchSpace;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Independent samples of the space, whatever was tried before; so it may repeat itself. The baseline of Li and Talwalkar
 * 2019, Random Search and Reproducibility for Neural Architecture Search.
 */
public final class RandomSearch implements SearchStrategy {

    public static final Plugin<NoSettings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            "random",
            "Independent random architectures: the baseline.",
            "Li and Talwalkar 2019, Random Search and Reproducibility for Neural Architecture Search, UAI",
            NoSettings.class,
            (settings, context) -> new RandomSearch());

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        return Stream.generate(() -> Proposal.of(space.sample(random)))
                .limit(count)
                .toList();
    }
}
