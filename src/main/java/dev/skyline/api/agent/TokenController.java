package dev.skyline.api.agent;

import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.agent.AgentSettings;
import dev.skyline.hardware.agent.ServeAgents;
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
    private final ServeAgents serve;

    TokenController(HardwareTargets targets, ServeAgents serve) {
        this.targets = targets;
        this.serve = serve;
    }

    /** A token. */
    @Schema(name = "AgentToken")
    record TokenView(
            @Schema(description = "Shown this once; the service keeps its SHA-256 alone")
            String token) {}

    @PostMapping("/api/v1/hardware-targets/{name}/token")
    @Operation(
            operationId = "renewAgentToken",
            summary = "Make a new token for the agent of a hardware target",
            description = "The old one is worth nothing from then on.")
    @Refuses(ProblemType.CONFLICT)
    TokenView renew(@PathVariable String name) {
        String kind = targets.find(name)
                .orElseThrow(() -> ProblemException.notFound("there is no hardware target '" + name + "'"))
                .model()
                .type();
        if (!kind.equals(AgentSettings.KIND)) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "'" + name + "' is of kind " + kind + ", which has no agent");
        }
        return new TokenView(serve.admit(name));
    }
}
