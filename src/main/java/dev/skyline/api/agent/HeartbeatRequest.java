package dev.skyline.api.agent;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent lives. */
@Schema(name = "AgentHeartbeat")
record HeartbeatRequest(
        @Schema(example = "7d7c0b5e-3c1a-4d0e-9f57-1d2b3a4c5d6e")
        String session,

        @Schema(description = "What it measures, if anything") @Nullable
        String job,

        @Schema(description = "Of that job") @Nullable String lease) {}
