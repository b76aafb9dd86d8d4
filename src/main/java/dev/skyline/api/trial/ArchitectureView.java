package dev.skyline.api.trial;

import dev.skyline.architecture.Architecture;
import io.swagger.v3.oas.annotations.media.Schema;

/** An architecture as the API shows it. */
@Schema(name = "Architecture", description = "A point of the search space")
public record ArchitectureView(
        @Schema(
                description = "The same for all architectures of the space that compute the same function",
                example = "9f2c4e1ab07d5c3e8f11")
        String id,

        @Schema(
                description = "In the space's own encoding",
                example = "|nor_conv_3x3~0|+|none~0|skip_connect~1|+|none~0|none~1|nor_conv_1x1~2|")
        String text) {

    /** The same, for the API. */
    public static ArchitectureView of(Architecture architecture) {
        return new ArchitectureView(architecture.id().value(), architecture.text());
    }
}
