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
 * MONAS of Hsu et al. 2018: reinforcement learning that is rewarded for accuracy and for what it costs. With two
 * objectives the reward is α·(first) + (1 − α)·(second), each as the share of trials that are worse. With one objective
 * under constraints it is that objective where they are met, and less than any such where they are broken: by their
 * extent, rather than the published 0, so that there is a way in where nothing is feasible yet.
 */
public final class Monas implements SearchStrategy {

    private static final String ID = "monas";

    public static final Plugin<Settings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            ID,
            "Learns by policy gradients, rewarded for a weighted sum of two objectives, or for one under constraints.",
            "Hsu et al. 2018, MONAS: Multi-Objective Neural Architecture Search using Reinforcement Learning",
            Settings.class,
            Monas::new);

    private final PolicySearch search;

    /** What is rewarded, and how fast that is learnt. */
    public record Settings(
            @Setting(
                    about = "α: weight of the first objective; the second has the rest",
                    value = "0.5",
                    min = 0,
                    max = 1)
            double alpha,

            @Setting(about = "what chooses: a recurrent network, or each decision on its own", value = "logits")
            ControllerKind controller,

            @Setting(
                    about = "step of Adam; 0 is the controller's own, 0.0006 for lstm and 0.01 for logits",
                    value = "0",
                    min = 0,
                    max = 1)
            double learningRate,

            @Setting(about = "decay of the running mean of rewards", value = "0.9", min = 0, max = 0.9999)
            double baselineDecay,

            @Setting(about = "whether an architecture that was tried may be tried again, as published", value = "true")
            boolean repeats) {}

    Monas(Settings settings, StrategyContext context) {
        context.require(Encodable.class, ID, "learns about the decisions of architectures");
        int objectives = context.problem().objectives().size();
        if (objectives > 2) {
            throw new InvalidSettings("", ID + " rewards one objective or two, not " + objectives);
        }
        this.search = new PolicySearch(
                settings,
                settings.controller().over((Encodable) context.space()),
                objectives == 1 ? new double[] {1} : new double[] {settings.alpha(), 1 - settings.alpha()},
                settings.learningRate() == 0 ? settings.controller().learningRate() : settings.learningRate(),
                settings.baselineDecay(),
                settings.repeats(),
                context.foresight());
    }

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        return search.propose(space, history, count, random);
    }
}
