package dev.skyline.api.hardware;

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

    /** The token for the agent of a new target; empty for other kinds. */
    Optional<String> admit(HardwareTargetSpec target) {
        return isAgent(target) ? Optional.of(serve.admit(target.name())) : Optional.empty();
    }

    /** Empty for other kinds. */
    Optional<AgentView> of(HardwareTargetSpec target) {
        return isAgent(target)
                ? agents.find(target.name()).map(agent -> AgentView.of(agent, clock.instant()))
                : Optional.empty();
    }

    private static boolean isAgent(HardwareTargetSpec target) {
        return target.model().type().equals(AgentSettings.KIND);
    }
}
