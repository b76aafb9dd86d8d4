package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.plugin.NoSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.space.SearchSpace;

import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Independent samples of what is feasible as far as that is known, whatever was tried before; so it may repeat itself. The
 * baseline of Li and Talwalkar 2019, Random Search and Reproducibility for Neural Architecture Search.
 */
public final class RandomSearch implements SearchStrategy {

    public static final Plugin<NoSettings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            "random",
            "Independent random architectures: the baseline.",
            "Li and Talwalkar 2019, Random Search and Reproducibility for Neural Architecture Search, UAI",
            NoSettings.class,
            (settings, context) -> new RandomSearch(context.foresight()));

    /** Samples that may break a constraint, before one is taken all the same. */
    private static final int TRIES = 50;

    private final Predicate<Architecture> feasible;

    private RandomSearch(Predicate<Architecture> feasible) {
        this.feasible = feasible;
    }

    /** Where no constraint is known. */
    public static RandomSearch anywhere() {
        return new RandomSearch(architecture -> true);
    }

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        return Stream.generate(() -> Proposal.of(firstFeasible(space, random)))
                .limit(count)
                .toList();
    }

    private Architecture firstFeasible(SearchSpace space, RandomGenerator random) {
        Architecture drawn = space.sample(random);
        for (int i = 1; i < TRIES && !feasible.test(drawn); i++) {
            drawn = space.sample(random);
        }
        return drawn;
    }
}
