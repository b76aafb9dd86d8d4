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

import java.util.List;
import java.util.random.RandomGenerator;

/** A search space as a latency predictor sees it. */
public record SpaceArchitectures(SearchSpace space) implements Architectures {

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
            throw new InvalidSettings("space", e.getMessage());
        } catch (InvalidSettings e) {
            throw new InvalidSettings(e.violations().stream()
                    .map(violation -> new Violation(
                            violation.field().isEmpty() ? "space" : "spaceSettings." + violation.field(),
                            violation.message()))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettings("input", e.getMessage());
        }
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
