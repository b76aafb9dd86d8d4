package dev.skyline.hardware.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The agent of a hardware target, whether one has come or not.
 *
 * @param tokenHash SHA-256 of the token that it shows
 */
public record Agent(String target, String tokenHash, Optional<Session> session) {

    /** An agent that is silent for longer is taken to be gone. */
    public static final Duration SILENCE = Duration.ofSeconds(60);

    /**
     * The time from one registration to the next.
     *
     * @param id shown by the agent with each call, so that one process alone measures
     * @param instance what tells one machine, or installation, from another; the same after a restart
     * @param over whether the agent said that it leaves
     */
    public record Session(UUID id, String instance, HardwareReport hardware, Instant seenAt, boolean over) {}

    public boolean isConnected(Instant now) {
        return session.filter(s -> !s.over() && s.seenAt().plus(SILENCE).isAfter(now))
                .isPresent();
    }

    /**
     * @throws AgentRefused where another instance is there
     */
    Agent registered(UUID id, String instance, HardwareReport hardware, Instant now) {
        if (isConnected(now) && !session.orElseThrow().instance().equals(instance)) {
            throw new AgentRefused("another agent, '" + session.orElseThrow().instance() + "', measures for '" + target
                    + "' at present; give each machine a target of its own");
        }
        return with(new Session(id, instance, hardware, now, false));
    }

    /**
     * @throws AgentRefused where this is not the session of the agent that registered last
     */
    Agent seen(UUID id, Instant now) {
        Session current = require(id);
        return with(new Session(id, current.instance(), current.hardware(), now, false));
    }

    /**
     * @throws AgentRefused where this is not the session of the agent that registered last
     */
    Agent left(UUID id, Instant now) {
        Session current = require(id);
        return with(new Session(id, current.instance(), current.hardware(), now, true));
    }

    private Session require(UUID id) {
        return session.filter(current -> current.id().equals(id))
                .orElseThrow(() -> new AgentRefused(
                        "this session is over, as an agent has registered for '" + target + "' since; register again"));
    }

    private Agent with(Session next) {
        return new Agent(target, tokenHash, Optional.of(next));
    }
}
