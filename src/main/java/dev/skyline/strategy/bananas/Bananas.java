package dev.skyline.strategy.bananas;

import dev.skyline.experiment.TrialHistory;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * BANANAS of White et al. 2021: an ensemble of networks on the path encoding, where the space has one, and independent
 * Thompson sampling among mutants of the best.
 *
 * <p>Where several trials run at once, those that are pending are not proposed again, and count once they are recorded.
 * Constraints are predicted as the objective is; the draw that violates them least is chosen, and among those that meet
 * them the best.
 */
public final class Bananas implements SearchStrategy {

    private static final String ID = "bananas";

    public static final Plugin<Settings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            ID,
            "Mutants of the best, judged by an ensemble of neural networks that learns from all trials.",
            "White, Neiswanger and Savani 2021, BANANAS: Bayesian Optimization with Neural Architectures for Neural"
                    + " Architecture Search, AAAI",
            Settings.class,
            Bananas::new);

    private static final Comparator<Rounds.Draw> BEST_FIRST = Comparator.comparingDouble(
                    (Rounds.Draw draw) -> draw.score().violation())
            .thenComparingDouble(draw -> draw.score().objectives()[0]);

    private final Rounds rounds;

    Bananas(Settings settings, StrategyContext context) {
        context.require(SearchSpace.Encodable.class, ID, "learns from architectures as decisions");
        context.require(SearchSpace.Mutable.class, ID, "mutates architectures");
        if (context.problem().isMultiObjective()) {
            throw new InvalidSettings("", ID + " serves one objective; mo-bananas serves several");
        }
        this.rounds = new Rounds(settings, context);
    }

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        return rounds.propose(space, history, count, random, draws -> Collections.min(draws, BEST_FIRST));
    }
}
