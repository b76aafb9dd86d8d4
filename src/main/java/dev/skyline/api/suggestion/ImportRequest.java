package dev.skyline.api.suggestion;

import dev.skyline.search.ImportTrials;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Trials that were evaluated elsewhere. */
@Schema(name = "ImportRequest", description = "Trials that were evaluated elsewhere, for a warm start")
record ImportRequest(
        @Size(min = 1, max = ImportTrials.MAX_COUNT) List<@Valid FinishedTrial> trials,

        @Schema(description = "Where they come from, for people", example = "last year's search")
        @Nullable
        @Size(min = 1, max = 200)
        String source) {

    /** A trial that was evaluated elsewhere. */
    @Schema(name = "FinishedTrial")
    record FinishedTrial(
            @Schema(description = "Text in the experiment's search space")
            String architecture,

            @Schema(description = "How long it was trained; by default the estimator's full fidelity")
            @Nullable
            @Min(1)
            @Max(1_000_000)
            Integer epochs,

            @Schema(description = "A value for every objective and constraint that is not computed from the network")
            @Size(max = 100)
            List<ToldMeasurement> measurements) {}
}
