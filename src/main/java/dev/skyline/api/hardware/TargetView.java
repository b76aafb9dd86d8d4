package dev.skyline.api.hardware;

import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.search.Catalogue;
import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.Map;

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

        Instant createdAt) {

    static TargetView of(HardwareTargetSpec target, Catalogue catalogue) {
        return new TargetView(
                target.name(),
                target.model().type(),
                catalogue.targets().ordered(target.model()).settings(),
                target.description(),
                target.createdAt());
    }
}
