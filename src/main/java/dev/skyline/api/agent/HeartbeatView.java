package dev.skyline.api.agent;

import io.swagger.v3.oas.annotations.media.Schema;

/** Whether an agent may go on. */
@Schema(name = "AgentHeartbeatAnswer")
record HeartbeatView(
        @Schema(description = "Whether the agent still has its job; else it need not go on with it")
        boolean held) {}
