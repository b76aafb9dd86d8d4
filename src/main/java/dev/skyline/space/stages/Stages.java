package dev.skyline.space.stages;

import dev.skyline.network.Shape.Image;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;
import dev.skyline.space.document.DocumentSpace;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Stages of inverted residuals, of which each has a depth, a width, kernels, expansions, and squeeze-and-excitation. */
public final class Stages {

    public static final Plugin<? extends Record, Task, SearchSpace> PLUGIN = new Plugin<>(
            "stages",
            "Stages of inverted residuals for images; MnasNet, MobileNetV3 and Once-for-All are presets.",
            "Tan et al. 2019, MnasNet, CVPR; Howard et al. 2019, Searching for MobileNetV3, ICCV; Cai et al. 2020,"
                    + " Once-for-All, ICLR",
            StagesSettings.class,
            Stages::create);

    private Stages() {}

    private static SearchSpace create(StagesSettings settings, Task task) {
        if (!(task.input() instanceof Image)) {
            throw new InvalidSettings("", "stages needs images, and the samples here are vectors of " + task.input());
        }
        settings.checkAgainst((StagesSettings) PLUGIN.settings(Map.of()));
        try {
            return DocumentSpace.of(document(settings), task);
        } catch (InvalidSettings e) {
            // Places in a document that the user did not write would mean nothing to them.
            throw new InvalidSettings("", e.violations().get(0).message());
        }
    }

    /** The space as a document of the language. */
    static Map<String, Object> document(StagesSettings settings) {
        return settings.preset()
                .backbone()
                .orElseGet(() -> custom(settings))
                .widened(settings.widthMultiplier())
                .document(settings.stemStride());
    }

    private static Backbone custom(StagesSettings settings) {
        List<Stage> stages = IntStream.range(0, settings.stages())
                .mapToObj(i -> new Stage(
                        settings.depths(),
                        settings.widths().stream()
                                .map(width -> Channels.scaled(settings.channels() << i, width))
                                .distinct()
                                .toList(),
                        i == 0 ? 1 : 2,
                        settings.kernels(),
                        settings.expansions(),
                        settings.squeeze(),
                        "relu"))
                .toList();
        return new Backbone(
                settings.channels(),
                settings.channels(),
                "relu",
                stages,
                settings.byLayer(),
                "expanded",
                "hard-sigmoid",
                0,
                0);
    }
}
