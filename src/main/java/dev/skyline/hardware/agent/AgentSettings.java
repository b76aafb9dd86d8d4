package dev.skyline.hardware.agent;

import dev.skyline.plugin.Setting;

import java.time.Duration;

/** How inference is timed on another machine. */
public record AgentSettings(
        @Setting(
                about = "What computes, as ONNX Runtime calls it; the agent that comes with Skyline knows cpu alone",
                value = "cpu")
        Provider provider,

        @Setting(about = "Samples in one inference", value = "1", min = 1, max = 4096)
        int batchSize,

        @Setting(about = "Threads that share one inference", value = "1", min = 1, max = 256)
        int threads,

        @Setting(
                about = "Time after which a measurement that has not settled ends",
                value = "1",
                min = 0.05,
                max = 60,
                unit = "s")
        double maxSeconds,

        @Setting(
                about = "How long a trial waits for an agent that does not show up; then it fails with AgentSilent",
                value = "30",
                min = 0.01,
                max = 10_080,
                unit = "min")
        double patience) {

    /** The kind of hardware target that has these settings. */
    public static final String KIND = "agent";

    private static final double MILLIS_PER_MINUTE = 60_000;

    /** What computes. */
    public enum Provider {
        CPU,
        XNNPACK,
        NNAPI,
        COREML,
        QNN,
        CUDA,
        TENSORRT,
        OPENVINO,
        DIRECTML,
        /** No runtime of ONNX: a microcontroller, say, for which the agent compiles the model. */
        OTHER
    }

    MeasuringTerms terms() {
        return new MeasuringTerms(provider, batchSize, threads, maxSeconds);
    }

    Duration patienceSpan() {
        return Duration.ofMillis((long) (patience * MILLIS_PER_MINUTE));
    }
}
