package dev.skyline.hardware;

import dev.skyline.plugin.Setting;

/** How inference is timed on the machine that the service runs on. */
public record HostSettings(
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
        double maxSeconds) {}
