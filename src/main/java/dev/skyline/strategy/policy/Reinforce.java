package dev.skyline.strategy.policy;

import dev.skyline.experiment.TrialHistory;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Setting;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.SearchSpace.Encodable;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Neural architecture search with reinforcement learning, of Zoph and Le 2017: a controller samples architectures and
 * learns, by policy gradients, to sample more of those that were good. One objective; breaking a constraint is rewarded
 * below anything that meets it.
 *
 * <p>The reward is the share of trials that are worse rather than the published accuracy itself, as an objective may have
 * any unit: and one very bad trial then does not outweigh all that is learnt from good ones.
 */
public final class Reinforce implements SearchStrategy {

    private static final String ID = "reinforce";

    public static final Plugin<Settings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            ID,
            "Learns by policy gradients which choices are rewarded.",
            "Zoph and Le 2017, Neural Architecture Search with Reinforcement Learning, ICLR; Williams 1992, Simple"
                    + " Statistical Gradient-Following Algorithms for Connectionist Reinforcement Learning, Machine"
                    + " Learning 8",
            Settings.class,
            Reinforce::new);

    private final PolicySearch search;

    /** What controls the search, and how fast it learns. */
    public record Settings(
            @Setting(about = "what chooses: a recurrent network, or each decision on its own", value = "logits")
            ControllerKind controller,

            @Setting(
                    about = "step of Adam; 0 is the published one, 0.0006 for lstm and 0.01 for logits",
                    value = "0",
                    min = 0,
                    max = 1)
            double learningRate,

            @Setting(about = "decay of the running mean of rewards", value = "0.9", min = 0, max = 0.9999)
            double baselineDecay,

            @Setting(about = "whether an architecture that was tried may be tried again, as published", value = "true")
            boolean repeats) {

        PolicySearch search(StrategyContext context, double... weights) {
            return new PolicySearch(
                    this,
                    controller.over((Encodable) context.space()),
                    weights,
                    learningRate == 0 ? controller.learningRate() : learningRate,
                    baselineDecay,
                    repeats,
                    context.foresight());
        }
    }

    Reinforce(Settings settings, StrategyContext context) {
        context.require(Encodable.class, ID, "learns about the decisions of architectures");
        if (context.problem().isMultiObjective()) {
            throw new InvalidSettings("", ID + " searches for one objective; monas rewards two");
        }
        this.search = settings.search(context, 1);
    }

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        return search.propose(space, history, count, random);
    }
}
