package dev.skyline.api.hardware;

import dev.skyline.hardware.agent.Agent;
import dev.skyline.hardware.agent.Agent.Session;
import dev.skyline.hardware.agent.HardwareReport;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The agent of a hardware target as the API shows it. */
@Schema(name = "Agent", description = "The agent that measures for a hardware target")
record AgentView(
        @Schema(description = "Whether it was heard of within the last minute")
        boolean connected,

        @Schema(description = "When it was last heard of, if ever") @Nullable
        Instant lastSeen,

        @Schema(description = "What it said of its machine, if it ever came") @Nullable
        Hardware hardware) {

    /** What an agent runs on. */
    @Schema(name = "AgentHardware", description = "What an agent runs on")
    record Hardware(
            @Schema(example = "Raspberry Pi 4 Model B") String cpu,
            @Schema(example = "4") int cores,

            @Schema(description = "Bytes", example = "4026531840")
            long memory,

            @Schema(example = "Linux 6.12 aarch64") String os,

            @Schema(example = "onnxruntime 1.29.0, Java 17.0.15")
            String runtime) {

        private static Hardware of(HardwareReport report) {
            return new Hardware(report.cpu(), report.cores(), report.memory(), report.os(), report.runtime());
        }
    }

    static AgentView of(Agent agent, Instant now) {
        return new AgentView(
                agent.isConnected(now),
                agent.session().map(Session::seenAt).orElse(null),
                agent.session().map(Session::hardware).map(Hardware::of).orElse(null));
    }
}
