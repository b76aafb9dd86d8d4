package dev.skyline.strategy.fidelity;

import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Setting;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

import java.util.List;

/**
 * Hyperband of Li et al. 2018: brackets of successive halving from the most hurried, which begins with many trials of the
 * least effort, to one that gives every trial the full effort; so it is right for rankings that little effort foretells
 * and for those that it does not.
 */
public final class Hyperband {

    public static final Plugin<Settings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            "hyperband",
            "Runs successive halving at every trade-off between many architectures and much effort for each.",
            "Li, Jamieson, DeSalvo, Rostamizadeh and Talwalkar 2018, Hyperband: A Novel Bandit-Based Approach to"
                    + " Hyperparameter Optimization, JMLR 18(185)",
            Settings.class,
            Hyperband::strategy);

    private Hyperband() {}

    /** The published setting is η = 3. */
    public record Settings(
            @Setting(about = LadderSettings.ETA, value = "3", min = 2, max = 100)
            int eta,

            @Setting(about = LadderSettings.RESOURCE, value = "epochs")
            Resource resource,

            @Setting(about = LadderSettings.MIN_EPOCHS, value = "1", min = 1, max = 100_000)
            int minEpochs,

            @Setting(about = LadderSettings.MIN_DATA, value = "0.03", min = 0.001, max = 1)
            double minDataFraction,

            @Setting(about = LadderSettings.RUNGS, value = "", min = 1, max = 100_000)
            List<Integer> rungs)
            implements LadderSettings {}

    private static SearchStrategy strategy(Settings settings, StrategyContext context) {
        Ladder ladder = Ladder.of(settings, context.fullFidelity());
        return new FidelitySearch(
                ladder,
                new BracketSchedule(ladder, Bracket.hyperband(ladder)),
                new UniformSampler(context.foresight()));
    }
}
