package dev.skyline.hardware.agent;

/** The present state does not allow what an agent wants: another has the job, or another agent is there already. */
public final class AgentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AgentRefused(String message) {
        super(message);
    }
}
