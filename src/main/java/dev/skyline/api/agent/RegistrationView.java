package dev.skyline.api.agent;

import dev.skyline.hardware.agent.Agent.Session;
import dev.skyline.hardware.agent.Lease;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.UUID;

/** What an agent needs to know. */
@Schema(name = "AgentRegistration")
record RegistrationView(
        @Schema(description = "Hardware target that it measures for", example = "pi4")
        String target,

        @Schema(description = "To be sent with each further call")
        UUID session,

        @Schema(description = "How long a job is the agent's without a heartbeat", example = "60")
        long leaseSeconds,

        @Schema(description = "How often to send a heartbeat while it measures", example = "15")
        int heartbeatSeconds) {

    private static final int HEARTBEATS = 4;

    static RegistrationView of(String target, Session session) {
        return new RegistrationView(
                target, session.id(), Lease.SPAN.toSeconds(), (int) Lease.SPAN.toSeconds() / HEARTBEATS);
    }
}
