package dev.skyline.hardware;

import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import dev.skyline.plugin.Setting;

import java.util.List;

/** How inference is timed on the machine that the service runs on. */
public record HostSettings(
        @Setting(
                about = "What runs the network: ONNX Runtime, as a deployment would, or the service's own DL4J graph",
                value = "onnxruntime")
        Runtime runtime,

        @Setting(about = "Samples in one inference", value = "1", min = 1, max = 4096)
        int batchSize,

        @Setting(about = "Threads that share one inference", value = "1", min = 1, max = 256)
        int threads,

        @Setting(
                about =
                        "Time after which a measurement that has not settled ends; slow networks take a dozen inferences"
                                + " however long they last",
                value = "1",
                min = 0.05,
                max = 60,
                unit = "s")
        double maxSeconds) {

    /** What runs the network. */
    public enum Runtime {
        ONNXRUNTIME,
        DL4J
    }

    public HostSettings {
        if (runtime == Runtime.DL4J && threads > 1) {
            throw new InvalidSettings(
                    List.of(new Violation("threads", "must be 1 under dl4j, which runs here on one thread")));
        }
    }
}
