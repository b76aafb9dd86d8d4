package dev.skyline.api.agent;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** An agent wants a job. */
@Schema(name = "NextJobRequest")
record NextJobRequest(
        @Schema(example = "7d7c0b5e-3c1a-4d0e-9f57-1d2b3a4c5d6e")
        String session,

        @Schema(description = "How long to wait for one; 20 where it is left out", example = "0")
        @Nullable
        @Min(0)
        @Max(30)
        Integer waitSeconds) {}
