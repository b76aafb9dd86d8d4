package dev.skyline.api.hardware;

import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** New tokens for agents whose token was lost, or fell into wrong hands. */
@RestController
@Tag(name = "Hardware targets")
class TokenController {

    private final HardwareTargets targets;
    private final TargetAgents agents;

    TokenController(HardwareTargets targets, TargetAgents agents) {
        this.targets = targets;
        this.agents = agents;
    }

    /** A token. */
    @Schema(name = "AgentToken")
    record TokenView(
            @Schema(description = "Shown this once; the service keeps its SHA-256 alone")
            String token) {}

    @PostMapping(TargetController.PATH + "/{name}/token")
    @Operation(
            operationId = "renewAgentToken",
            summary = "Make a new token for the agent of a hardware target",
            description = "The old one is worth nothing from then on.")
    @Refuses(ProblemType.CONFLICT)
    TokenView renew(@PathVariable String name) {
        HardwareTargetSpec target = targets.find(name).orElseThrow(() -> TargetController.unknown(name));
        return new TokenView(agents.admit(target)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT,
                        "'" + name + "' is of kind " + target.model().type() + ", which has no agent")));
    }
}
