package dev.skyline.hardware.predictor;

import dev.skyline.hardware.Modelled;
import dev.skyline.plugin.AnySettings;
import dev.skyline.plugin.Setting;

import java.util.List;
import java.util.Map;

/** What a predictor predicts for, and what it is measured on where its data do not suffice. */
@Modelled(data = PredictorTarget.DATA)
public record PredictorSettings(
        @Setting(about = "Type of the search space whose architectures the data names", value = "nas-bench-201")
        String space,

        @Setting(about = "Settings of that search space", value = "", document = AnySettings.class)
        Map<String, Object> spaceSettings,

        @Setting(
                about = "Shape of a sample in that search space: channels, height and width, or the number of features",
                value = "3,32,32",
                min = 1,
                max = 100_000,
                repeats = true)
        List<Integer> input,

        @Setting(about = "Classes in that search space", value = "10", min = 2, max = 100_000)
        int classes,

        @Setting(
                about =
                        "Name of a benchmark whose latencies are learned from, in place of data; space, input and classes"
                                + " are then its own",
                value = "")
        String benchmark,

        @Setting(
                about =
                        "Id of an experiment whose measured latencies are learned from, in place of data; space, input and"
                                + " classes are then its own",
                value = "")
        String experiment,

        @Setting(
                about = "Device that is predicted where the data, the benchmark or the experiment has some of several:"
                        + " raspi4 for latency@raspi4; the target's own name, where this is empty",
                value = "")
        String column,

        @Setting(
                about =
                        "Other devices of the benchmark or the experiment whose latencies help, so that about ten of this"
                                + " device do",
                value = "")
        List<String> known,

        @Setting(
                about =
                        "Name of the target on which architectures are measured, in place of their latencies in the data:"
                                + " a host or an agent",
                value = "")
        String on,

        @Setting(
                about =
                        "Architectures that are measured there, or taken of the benchmark or the experiment; about 10 do"
                                + " where other devices are known, about 200 where they are not",
                value = "200",
                min = FewShot.LEAST,
                max = LatencyModel.MOST)
        int samples,

        @Setting(about = "Of what is random: which architectures are measured, and the fit", value = "0")
        long seed) {

    /** Whether latencies that the data lacks are to be measured. */
    public boolean isCalibrated() {
        return !on.isEmpty();
    }

    /**
     * The device whose latencies are the target's own.
     *
     * @param target name of the target
     */
    public String device(String target) {
        return column.isEmpty() ? target : column;
    }
}
