package dev.skyline.strategy.fidelity;

import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Setting;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

import java.util.List;

/** The asynchronous successive halving algorithm (ASHA) of Li et al. 2020: halving for many workers, without waiting. */
public final class Asha {

    public static final Plugin<Settings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            "asha",
            "Successive halving that promotes at once what is among the best so far, for many trials at a time.",
            "Li, Jamieson, Rostamizadeh, Gonina, Hardt, Recht and Talwalkar 2020, A System for Massively Parallel"
                    + " Hyperparameter Tuning, MLSys",
            Settings.class,
            Asha::strategy);

    private Asha() {}

    /** The published default is η = 4 with an early-stopping rate of 0, which is to begin on the lowest rung. */
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
        return new FidelitySearch(ladder, new AsynchronousSchedule(ladder), new UniformSampler(context.foresight()));
    }
}
