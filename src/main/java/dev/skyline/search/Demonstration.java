package dev.skyline.search;

import dev.skyline.plugin.PluginSpec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The search that a newcomer sees on the first start: digits, accuracy against latency on this machine. */
public final class Demonstration {

    private Demonstration() {}

    public static Draft draft() {
        return new Draft(
                "digits on this machine",
                Optional.of("The demonstration of the first start. --skyline.demo=false leaves it out."),
                List.of("demonstration"),
                Draft.On.dataset("digits"),
                Optional.of(PluginSpec.of("sequential")),
                Optional.of(new PluginSpec("nsga2", Map.of("populationSize", 10))),
                Optional.of(new PluginSpec("training", Map.of("epochs", 30, "shift", 1))),
                Optional.of(List.of("host")),
                List.of(
                        new Draft.Objective("accuracy", Optional.empty(), OptionalDouble.empty()),
                        new Draft.Objective("latency", Optional.of("host"), OptionalDouble.empty())),
                List.of(),
                Optional.of(40),
                Optional.empty(),
                Optional.empty(),
                Optional.of(2),
                Optional.of(1L),
                true,
                true);
    }
}
