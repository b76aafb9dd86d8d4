package dev.skyline.api.agent;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Why an agent could not measure. */
@Schema(name = "MeasuringFailure", description = "Why an agent could not measure a model")
record FailureRequest(
        @Schema(example = "3f0e8a52-6c1d-4b7e-8a90-5b4c3d2e1f00")
        String lease,

        @Schema(description = "For programs, upper camel", example = "ModelRefused")
        @Pattern(regexp = "[A-Z][A-Za-z0-9]{0,63}", message = "must be an upper-camel code such as OutOfMemory")
        String code,

        @Schema(description = "For people", example = "the operator Resize is not supported here") @Size(max = 2000)
        String message) {}
