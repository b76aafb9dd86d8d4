package dev.skyline.api.experiment;

import dev.skyline.search.CloneExperiment.Changes;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** How a clone differs from its original. */
@Schema(name = "CloneRequest", description = "How the clone differs from its original")
record CloneRequest(
        @Schema(description = "By default that of the original") @Nullable @Size(min = 1, max = 200)
        String name,

        @Schema(description = "By default that of the original", example = "43") @Nullable
        Long seed,

        @Schema(description = "Whether it begins with what the original has evaluated; by default false") @Nullable
        Boolean warmStart,

        @Schema(description = "false leaves it paused") @Nullable
        Boolean start) {

    Changes changes() {
        return new Changes(
                Optional.ofNullable(name),
                Optional.ofNullable(seed),
                Boolean.TRUE.equals(warmStart),
                !Boolean.FALSE.equals(start));
    }
}
