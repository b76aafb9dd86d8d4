package dev.skyline.api.hardware;

import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.search.Catalogue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A hardware target as the API shows it. */
@Schema(name = "HardwareTarget", description = "A device, with its runtime, on which networks cost something")
record TargetView(
        @Schema(description = "What experiments call it", example = "host")
        String name,

        @Schema(description = "Kind of target, as in the catalogue", example = "host")
        String kind,

        @Schema(description = "All settings of the kind, defaults included", example = "{\"batchSize\": 1}")
        Map<String, Object> settings,

        @Schema(description = "For people; may be empty", example = "The machine that Skyline runs on")
        String description,

        Instant createdAt,

        @Schema(description = "For kind agent: whether an agent is there, and what it runs on") @Nullable
        AgentView agent,

        @Schema(
                description = "For kind agent, in the answer to its creation alone: what its agent shows; the service"
                        + " keeps its SHA-256 alone")
        @Nullable
        String token) {

    static TargetView of(HardwareTargetSpec target, Catalogue catalogue, Optional<AgentView> agent) {
        return new TargetView(
                target.name(),
                target.model().type(),
                catalogue.targets().ordered(target.model()).settings(),
                target.description(),
                target.createdAt(),
                agent.orElse(null),
                null);
    }

    TargetView withToken(@Nullable String shown) {
        return new TargetView(name, kind, settings, description, createdAt, agent, shown);
    }
}
