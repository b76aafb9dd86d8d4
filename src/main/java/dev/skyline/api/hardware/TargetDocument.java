package dev.skyline.api.hardware;

import dev.skyline.hardware.HardwareTargetSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** A hardware target as one document, to be kept, shared and sent back. */
@Schema(name = "HardwareTargetDocument", description = "A hardware target as one document, which can be sent back")
record TargetDocument(
        @Schema(example = "raspi4") String name,

        @Schema(example = "table") String kind,

        @Schema(description = "All settings of the kind", example = "{\"column\": \"\"}")
        Map<String, Object> settings,

        @Schema(example = "Raspberry Pi 4") String description,

        @Schema(
                description = "The CSV that its model is made of, where it is made of one",
                example = "architecture,latency\n|none~0|+|skip_connect~0|none~1|,1.02\n")
        @Nullable
        String data) {

    static TargetDocument of(HardwareTargetSpec target, Map<String, Object> settings, String data) {
        return new TargetDocument(target.name(), target.model().type(), settings, target.description(), data);
    }
}
