package dev.skyline.api.agent;

import io.swagger.v3.oas.annotations.media.Schema;

/** An agent stops. */
@Schema(name = "AgentLeave")
record LeaveRequest(
        @Schema(example = "7d7c0b5e-3c1a-4d0e-9f57-1d2b3a4c5d6e")
        String session) {}
