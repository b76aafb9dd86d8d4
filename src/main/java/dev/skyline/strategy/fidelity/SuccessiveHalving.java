package dev.skyline.strategy.fidelity;

import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Setting;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

import java.util.List;

/**
 * Successive halving of Jamieson and Talwalkar 2016: of random architectures tried with the least effort the best 1/η are
 * tried again with η times as much, and so on up to the full effort; then anew.
 */
public final class SuccessiveHalving {

    public static final Plugin<Settings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            "successive-halving",
            "Tries many random architectures with little effort, and the better part of them again with more.",
            "Jamieson and Talwalkar 2016, Non-stochastic Best Arm Identification and Hyperparameter Optimization,"
                    + " AISTATS",
            Settings.class,
            SuccessiveHalving::strategy);

    private SuccessiveHalving() {}

    /** With the defaults, a bracket of five epochs at most has 27 trials of 2 epochs and 9 of 5. */
    public record Settings(
            @Setting(about = "architectures that a bracket begins with", value = "27", min = 1, max = 100_000)
            int trials,

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
        Bracket bracket = Bracket.of(ladder, 0, settings.trials());
        return new FidelitySearch(
                ladder, new BracketSchedule(ladder, List.of(bracket)), new UniformSampler(context.foresight()));
    }
}
