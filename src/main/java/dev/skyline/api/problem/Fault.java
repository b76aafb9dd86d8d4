package dev.skyline.api.problem;

import io.swagger.v3.oas.annotations.media.Schema;

/** One thing that is wrong with a request. */
@Schema(name = "Fault", description = "One thing that is wrong with a request")
public record Fault(
        @Schema(
                description = "Where, as a path in the request: a JSON field, a query parameter or a form field",
                example = "constraints[0].metric",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String field,

        @Schema(
                description = "What is wrong, and what is valid",
                example = "must be at least 1, not 0",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String message) {}
