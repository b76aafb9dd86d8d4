package dev.skyline.strategy.forest;

import dev.skyline.experiment.TrialHistory;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;
import dev.skyline.strategy.surrogate.Observation;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * SMAC of Hutter, Hoos and Leyton-Brown 2011, by which Auto-Net chooses networks (Mendoza et al. 2016): a random forest
 * over the decisions, conditional ones included, expected improvement, and random trials in between.
 */
public final class Smac implements SearchStrategy {

    private static final String ID = "smac";

    public static final Plugin<ForestSettings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            ID,
            "A random forest over all trials tells which architecture promises the greatest improvement.",
            "Hutter, Hoos and Leyton-Brown 2011, Sequential Model-Based Optimization for General Algorithm Configuration,"
                    + " LION; Mendoza et al. 2016, Towards Automatically-Tuned Neural Networks, ICML AutoML Workshop",
            ForestSettings.class,
            Smac::new);

    private final ForestSearch search;

    Smac(ForestSettings settings, StrategyContext context) {
        context.require(SearchSpace.Encodable.class, ID, "learns from architectures as decisions");
        context.require(SearchSpace.Mutable.class, ID, "mutates architectures");
        if (context.problem().isMultiObjective()) {
            throw new InvalidSettings("", ID + " serves one objective; parego serves several");
        }
        this.search = new ForestSearch(settings, context);
    }

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        return search.propose(space, history, count, random, Smac::objective);
    }

    /** A failure is as bad as can be, as it would be met again next to it. */
    private static double objective(Observation observation) {
        return observation.score().violation() == Double.POSITIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : observation.objectives()[0];
    }
}
