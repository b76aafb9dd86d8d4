package dev.skyline.strategy.fidelity;

import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Setting;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

import java.util.List;

/**
 * BOHB of Falkner et al. 2018: the brackets of Hyperband, begun with architectures that resemble the good ones rather
 * than the others, by kernel densities over the decisions of the space.
 */
public final class Bohb {

    private static final String ID = "bohb";

    public static final Plugin<Settings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            ID,
            "Hyperband that begins with architectures like those that did well, once enough were tried.",
            "Falkner, Klein and Hutter 2018, BOHB: Robust and Efficient Hyperparameter Optimization at Scale, ICML",
            Settings.class,
            Bohb::strategy);

    private Bohb() {}

    /** The defaults are the published settings. */
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
            List<Integer> rungs,

            @Setting(about = "share of the trials of a rung that is taken for good", value = "0.15", min = 0, max = 0.5)
            double topShare,

            @Setting(about = "share of new architectures that are random", value = "0.333333", min = 0, max = 1)
            double randomFraction,

            @Setting(about = "candidates drawn, the best of which is taken", value = "64", min = 1, max = 10_000)
            int candidates,

            @Setting(
                    about = "by what bandwidths of ordered decisions are multiplied when candidates are drawn",
                    value = "3",
                    min = 0.1,
                    max = 100)
            double bandwidthFactor,

            @Setting(about = "least bandwidth of a density", value = "0.001", min = 1e-6, max = 0.5)
            double minBandwidth)
            implements LadderSettings {}

    private static SearchStrategy strategy(Settings settings, StrategyContext context) {
        context.require(SearchSpace.Encodable.class, ID, "learns which decisions were good");
        Ladder ladder = Ladder.of(settings, context.fullFidelity());
        return new FidelitySearch(
                ladder,
                new BracketSchedule(ladder, Bracket.hyperband(ladder)),
                new DensitySampler(ladder, settings, new UniformSampler(context.foresight())));
    }
}
