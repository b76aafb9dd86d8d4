package dev.skyline.space.stages;

import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import dev.skyline.plugin.Setting;

import java.util.List;
import java.util.Map;

/** What the stages may be. The defaults suit images of 8×8 to 32×32 pixels. */
record StagesSettings(
        @Setting(
                about =
                        "a published space, in place of stages, depths, widths, kernels, expansions, squeeze and byLayer",
                value = "custom")
        Preset preset,

        @Setting(
                about = "times the channels of the published space or of these settings",
                value = "1",
                min = 0.05,
                max = 4)
        double widthMultiplier,

        @Setting(
                about = "of the first convolution; 2 in the published spaces",
                value = "1",
                min = 1,
                max = 4,
                unit = "pixels")
        int stemStride,

        @Setting(about = "stages; all but the first halve the image", value = "3", min = 1, max = 8)
        int stages,

        @Setting(about = "layers of a stage", value = "1,2", min = 1, max = 12)
        List<Integer> depths,

        @Setting(
                about = "channels of the stem, doubled by every stage but the first",
                value = "16",
                min = 1,
                max = 1024)
        int channels,

        @Setting(about = "of which a stage may have its channels times one", value = "0.5,1", min = 0.1, max = 4)
        List<Double> widths,

        @Setting(about = "windows of the depthwise convolutions", value = "3,5", min = 1, max = 15, unit = "pixels")
        List<Integer> kernels,

        @Setting(about = "inner channels for each input channel", value = "3,6", min = 1, max = 16)
        List<Double> expansions,

        @Setting(
                about = "ratios of squeeze-and-excitation, of the expanded channels; 0 for none",
                value = "0,0.25",
                min = 0,
                max = 1)
        List<Double> squeeze,

        @Setting(
                about = "whether kernel, expansion and squeeze are decided for each layer; for each stage otherwise",
                value = "false")
        boolean byLayer) {

    /** What a preset decides, by name. */
    private Map<String, Object> decidedByPresets() {
        return Map.of(
                "stages", stages,
                "depths", depths,
                "channels", channels,
                "widths", widths,
                "kernels", kernels,
                "expansions", expansions,
                "squeeze", squeeze,
                "byLayer", byLayer);
    }

    /** Refuses what would have no effect. */
    void checkAgainst(StagesSettings defaults) {
        Map<String, Object> usual = defaults.decidedByPresets();
        List<Violation> violations = decidedByPresets().entrySet().stream()
                .filter(setting -> !setting.getValue().equals(usual.get(setting.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> new Violation(name, "has no effect beside a preset; leave it out, or take custom"))
                .toList();
        if (preset != Preset.CUSTOM && !violations.isEmpty()) {
            throw new InvalidSettings(violations);
        }
    }
}
