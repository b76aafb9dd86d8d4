package dev.skyline.strategy.forest;

import dev.skyline.experiment.TrialHistory;
import dev.skyline.plugin.Plugin;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * ParEGO of Knowles 2006 for several objectives: each proposal weighs them anew at random and improves on that one value.
 * The model is a random forest, as in SMAC3's multi-objective mode, rather than the paper's Gaussian process: it is
 * grown for every weighing in milliseconds.
 */
public final class ParEgo implements SearchStrategy {

    private static final String ID = "parego";

    public static final Plugin<ForestSettings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            ID,
            "Improves on one random weighing of the objectives after the other, with a random forest as model.",
            "Knowles 2006, ParEGO: A Hybrid Algorithm with On-line Landscape Approximation for Expensive Multiobjective"
                    + " Optimization Problems, IEEE Transactions on Evolutionary Computation 10(1)",
            ForestSettings.class,
            ParEgo::new);

    private final ForestSearch search;

    ParEgo(ForestSettings settings, StrategyContext context) {
        context.require(SearchSpace.Encodable.class, ID, "learns from architectures as decisions");
        context.require(SearchSpace.Mutable.class, ID, "mutates architectures");
        this.search = new ForestSearch(settings, context);
    }

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        return search.propose(space, history, count, random, Tchebycheff.random(history, random));
    }
}
