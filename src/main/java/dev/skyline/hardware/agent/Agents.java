package dev.skyline.hardware.agent;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** The agents of hardware targets. Every method is one transaction, or joins the caller's. */
public interface Agents {

    /** Lets whoever shows the token of this SHA-256 measure for a target, and nobody else any more. */
    void admit(String target, String tokenHash);

    Optional<Agent> find(String target);

    Optional<Agent> byToken(String tokenHash);

    /** Changes the agent of a target, one change after the other; empty where the target has none. */
    Optional<Agent> change(String target, UnaryOperator<Agent> change);
}
