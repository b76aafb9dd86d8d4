package dev.skyline.space.scaling;

import dev.skyline.plugin.AnySettings;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.Setting;
import dev.skyline.space.Scaling;
import dev.skyline.space.Spaces;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The space and its sizes; the factors are those of EfficientNet, at which MACs about double with each step of phi. */
record CompoundScalingSettings(
        @Setting(
                about = "the space whose skeleton is scaled",
                value = "nas-bench-201",
                choices = {"sequential", "nas-bench-201", "nas-bench-101", "nas-bench-macro", "darts", "motifs"})
        String space,

        @Setting(about = "settings of that space, at phi 0", value = "", document = AnySettings.class)
        Map<String, Object> settings,

        @Setting(about = "how many times the factors are applied", value = "0,1,2", min = 0, max = 7)
        List<Integer> phi,

        @Setting(about = "factor of what the skeleton repeats, rounded up", value = "1.2", min = 1, max = 2)
        double depth,

        @Setting(about = "factor of channels", value = "1.1", min = 1, max = 2)
        double width,

        @Setting(about = "factor of the sides of the image", value = "1.15", min = 1, max = 2)
        double resolution,

        @Setting(
                about = "of what scaled channels are a multiple; 8 as published, less for narrow skeletons",
                value = "8",
                min = 1,
                max = 64)
        int multiple) {

    CompoundScalingSettings {
        phi = phi.stream().sorted().toList();
        PluginSpec inner = new PluginSpec(space, settings);
        settings = ofInner(() -> Spaces.plugins().complete(inner).settings());
    }

    Scaling scaling(int exponent) {
        return new Scaling(
                Math.pow(depth, exponent), Math.pow(width, exponent), Math.pow(resolution, exponent), multiple);
    }

    PluginSpec inner() {
        return new PluginSpec(space, settings);
    }

    /** What is wrong with the settings of the inner space is named as they are. */
    static <T> T ofInner(Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidSettings e) {
            throw new InvalidSettings(e.violations().stream()
                    .map(violation -> new Violation(
                            violation.field().isEmpty() ? "settings" : "settings." + violation.field(),
                            violation.message()))
                    .toList());
        }
    }
}
