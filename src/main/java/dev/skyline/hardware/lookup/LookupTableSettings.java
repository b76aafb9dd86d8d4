package dev.skyline.hardware.lookup;

import dev.skyline.hardware.Modelled;
import dev.skyline.plugin.AnySettings;
import dev.skyline.plugin.Setting;

import java.util.List;
import java.util.Map;

/** How a table is read, and what it is measured on where it is not given. */
@Modelled(data = LookupTableTarget.DATA)
public record LookupTableSettings(
        @Setting(
                about =
                        "What an operator costs that the table does not have: as much as the nearest of its type, what a"
                                + " power law of operations and moved values says that is fitted to its type, or nothing is"
                                + " said of such a network",
                value = "regression")
        Missing missing,

        @Setting(about = "Whose table the data is; Skyline's own, where it is none", value = "none")
        Mapping mapping,

        @Setting(about = "Which column is this device's, in a table of several: raspi4 for raspi4_ms", value = "")
        String column,

        @Setting(
                about = "Name of the target on which every operator of a search space is measured, in place of data: a"
                        + " host or an agent",
                value = "")
        String on,

        @Setting(about = "Type of the search space whose operators are measured", value = "")
        String space,

        @Setting(about = "Settings of that search space", value = "", document = AnySettings.class)
        Map<String, Object> spaceSettings,

        @Setting(
                about = "Shape of a sample in that search space: channels, height and width, or the number of features",
                value = "1,28,28",
                min = 1,
                max = 100_000,
                repeats = true)
        List<Integer> input,

        @Setting(about = "Classes in that search space", value = "10", min = 2, max = 100_000)
        int classes) {

    /** Whether the table is to be measured. */
    public boolean isCalibrated() {
        return !on.isEmpty();
    }
}
