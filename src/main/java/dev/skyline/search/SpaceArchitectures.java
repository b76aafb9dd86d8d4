package dev.skyline.search;

import dev.skyline.hardware.predictor.Architectures;
import dev.skyline.hardware.predictor.PredictorSettings;
import dev.skyline.network.Network;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.Plugins;
import dev.skyline.plugin.UnknownPlugin;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A search space as a latency predictor sees it. */
public record SpaceArchitectures(SearchSpace space) implements Architectures {

    private static final String SPACE = "space";
    private static final String SPACE_SETTINGS = "spaceSettings";

    /**
     * @throws InvalidSettings where the settings name no space, or one that does not fit its settings or the task
     */
    public static Architectures of(PredictorSettings settings, Plugins<Task, SearchSpace> spaces) {
        return new SpaceArchitectures(space(
                new PluginSpec(settings.space(), settings.spaceSettings()),
                settings.input(),
                settings.classes(),
                spaces));
    }

    /**
     * The space that a target's settings name, its own in {@code space} and {@code spaceSettings}.
     *
     * @throws InvalidSettings where there is no such space, or it does not fit its settings or the task
     */
    static SearchSpace space(PluginSpec space, List<Integer> input, int classes, Plugins<Task, SearchSpace> spaces) {
        try {
            return spaces.create(space, Task.of(input, classes));
        } catch (UnknownPlugin e) {
            throw new InvalidSettings(SPACE, e.getMessage());
        } catch (InvalidSettings e) {
            throw ofTarget(e);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettings("input", e.getMessage());
        }
    }

    private static InvalidSettings ofTarget(InvalidSettings ofSpace) {
        return new InvalidSettings(ofSpace.violations().stream()
                .map(violation -> new Violation(
                        violation.field().isEmpty() ? SPACE : SPACE_SETTINGS + "." + violation.field(),
                        violation.message()))
                .toList());
    }

    /**
     * A target whose settings hold the document of the stored space that they name; the same, where they name none.
     *
     * @throws InvalidSettings where there is no space of the name, or a document beside it
     */
    static PluginSpec resolved(PluginSpec model, SpaceNames names) {
        if (!(model.settings().get(SPACE) instanceof String type)
                || !(model.settings().get(SPACE_SETTINGS) instanceof Map<?, ?> given)) {
            return model;
        }
        Map<String, Object> spaceSettings = new HashMap<>();
        given.forEach((key, value) -> spaceSettings.put(key.toString(), value));
        Map<String, Object> settings = new HashMap<>(model.settings());
        try {
            settings.put(
                    SPACE_SETTINGS,
                    names.resolve(new PluginSpec(type, spaceSettings)).settings());
        } catch (InvalidSettings e) {
            throw ofTarget(e);
        }
        return new PluginSpec(model.type(), settings);
    }

    @Override
    public void check(String architecture) {
        space.parse(architecture);
    }

    @Override
    public Network decode(String architecture) {
        return space.decode(space.parse(architecture));
    }

    @Override
    public String sample(RandomGenerator random) {
        return space.sample(random).text();
    }
}
