package dev.skyline.api.hardware;

import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.agent.AgentSettings;
import dev.skyline.hardware.agent.Agents;
import dev.skyline.hardware.agent.ServeAgents;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Optional;

/** The agents of hardware targets of kind agent. */
@Component
class TargetAgents {

    private final ServeAgents serve;
    private final Agents agents;
    private final Clock clock;

    TargetAgents(ServeAgents serve, Agents agents, Clock clock) {
        this.serve = serve;
        this.agents = agents;
        this.clock = clock;
    }

    /** A new token for the agent of a target, in place of any that it has; empty for other kinds. */
    Optional<String> admit(HardwareTargetSpec target) {
        return isAgent(target) ? Optional.of(serve.admit(target.name())) : Optional.empty();
    }

    /** Empty for other kinds. */
    Optional<AgentView> of(HardwareTargetSpec target) {
        return isAgent(target)
                ? agents.find(target.name()).map(agent -> AgentView.of(agent, clock.instant()))
                : Optional.empty();
    }

    /**
     * Trials wait until an agent comes; a call is not to.
     *
     * @throws ProblemException where this is a target of kind agent whose agent is not there
     */
    void requireConnected(HardwareTargetSpec target) {
        if (isAgent(target) && of(target).filter(AgentView::connected).isEmpty()) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "no agent is connected that could measure for '" + target.name() + "'");
        }
    }

    private static boolean isAgent(HardwareTargetSpec target) {
        return target.model().type().equals(AgentSettings.KIND);
    }
}
