package dev.skyline.hardware.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A job is an agent's until the lease lapses. An agent that lives renews it, but not for ever: one that hangs lives too.
 *
 * @param id secret between the service and the agent
 */
public record Lease(UUID id, Instant since, Instant until) {

    /** How long an agent may be silent. */
    public static final Duration SPAN = Duration.ofSeconds(60);

    private static final Duration MOST = Duration.ofMinutes(15);

    static Lease begin(UUID id, Instant now) {
        return new Lease(id, now, now.plus(SPAN));
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    Lease renewed(Instant now) {
        Instant end = since.plus(MOST);
        Instant next = now.plus(SPAN);
        return new Lease(id, since, next.isBefore(end) ? next : end);
    }
}
