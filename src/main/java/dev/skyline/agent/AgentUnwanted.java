package dev.skyline.agent;

/** The service will have nothing to do with this agent, however often it asks. */
final class AgentUnwanted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AgentUnwanted(String message) {
        super(message);
    }
}
