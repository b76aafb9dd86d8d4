package dev.skyline.strategy;

import dev.skyline.plugin.Plugins;
import dev.skyline.strategy.bananas.Bananas;
import dev.skyline.strategy.bananas.MoBananas;
import dev.skyline.strategy.evolution.Nsga2;
import dev.skyline.strategy.evolution.RegularizedEvolution;
import dev.skyline.strategy.fidelity.Asha;
import dev.skyline.strategy.fidelity.Bohb;
import dev.skyline.strategy.fidelity.Hyperband;
import dev.skyline.strategy.fidelity.SuccessiveHalving;
import dev.skyline.strategy.forest.ParEgo;
import dev.skyline.strategy.forest.Smac;
import dev.skyline.strategy.gaussian.GaussianProcess;
import dev.skyline.strategy.local.LocalSearch;
import dev.skyline.strategy.nasbot.Nasbot;
import dev.skyline.strategy.policy.Monas;
import dev.skyline.strategy.policy.Reinforce;

import java.util.List;

/** The search strategies that there are; a new one is a line here. */
public final class Strategies {

    private static final Plugins<StrategyContext, SearchStrategy> PLUGINS = new Plugins<>(
            "search strategy",
            List.of(
                    Nsga2.PLUGIN,
                    RegularizedEvolution.PLUGIN,
                    LocalSearch.PLUGIN,
                    GaussianProcess.PLUGIN,
                    Bananas.PLUGIN,
                    MoBananas.PLUGIN,
                    Nasbot.PLUGIN,
                    Smac.PLUGIN,
                    ParEgo.PLUGIN,
                    Reinforce.PLUGIN,
                    Monas.PLUGIN,
                    SuccessiveHalving.PLUGIN,
                    Hyperband.PLUGIN,
                    Asha.PLUGIN,
                    Bohb.PLUGIN,
                    RandomSearch.PLUGIN));

    private Strategies() {}

    /** By id; each refuses a space that lacks what it needs with {@link dev.skyline.plugin.InvalidSettings}. */
    public static Plugins<StrategyContext, SearchStrategy> plugins() {
        return PLUGINS;
    }
}
