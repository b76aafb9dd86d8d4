package dev.skyline.api.space;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** A search space to be stored. */
@Schema(name = "SearchSpaceRequest", description = "A search space to be stored")
record SpaceRequest(
        @Schema(
                description = "What experiments call it: 1 to 64 lower-case letters, digits, hyphens and underscores",
                example = "my-space")
        @Pattern(
                regexp = "[a-z0-9_-]{1,64}",
                message = "must have 1 to 64 lower-case letters, digits, hyphens and underscores")
        String name,

        @Schema(
                description = "In the language of search spaces; the catalogue has its JSON Schema, at the setting"
                        + " document of user-defined")
        Map<String, Object> document,

        @Schema(description = "For people", example = "Two stages for small images") @Nullable @Size(max = 1000)
        String about) {}
