package dev.skyline.api.hardware;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** A hardware target to be added: what is exported can be sent back as it is. */
@Schema(name = "HardwareTargetRequest", description = "A hardware target to be added, as an export has it too")
record TargetRequest(
        @Schema(
                description = "What experiments call it: 1 to 64 lower-case letters, digits, hyphens and underscores",
                example = "host-batch-8")
        @Pattern(
                regexp = "[a-z0-9_-]{1,64}",
                message = "must have 1 to 64 lower-case letters, digits, hyphens and underscores")
        String name,

        @Schema(description = "Kind of target, as in the catalogue", example = "host")
        String kind,

        @Schema(
                description =
                        "Values by name; what is left out has its default. The catalogue has the JSON Schema of each"
                                + " kind's settings",
                example = "{\"batchSize\": 8}")
        @Nullable
        Map<String, Object> settings,

        @Schema(description = "For people", example = "This machine, eight samples at a time")
        @Nullable
        @Size(max = 1000)
        String description,

        @Schema(
                description = "The CSV that its model is made of, for kinds that are made of one; latencies are in"
                        + " milliseconds",
                example = "architecture,latency\n|none~0|+|skip_connect~0|none~1|,1.02\n")
        @Nullable
        String data) {}
