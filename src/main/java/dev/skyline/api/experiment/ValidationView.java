package dev.skyline.api.experiment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** A search that could begin. */
@Schema(name = "Validation", description = "What would be searched for, with every default spelt out")
record ValidationView(
        @JsonUnwrapped SpecView spec,

        @Schema(
                description =
                        "What may come to nothing, though it is not refused: limits that no architecture was found to"
                                + " meet, in a space too large to be walked through")
        List<String> warnings) {}
