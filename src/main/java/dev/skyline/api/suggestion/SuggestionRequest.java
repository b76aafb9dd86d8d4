package dev.skyline.api.suggestion;

import dev.skyline.experiment.Suggestion;
import dev.skyline.search.AskTrials;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A client asks for trials. */
@Schema(name = "SuggestionRequest", description = "A client asks for trials")
record SuggestionRequest(
        @Schema(description = "How many it wants to have; by default 1", example = "1")
        @Nullable
        @Min(1)
        @Max(AskTrials.MAX_COUNT)
        Integer count,

        @Schema(description = "Its name: who asks again by the same name gets what it has already", example = "w1")
        @Size(min = 1, max = Suggestion.CLIENT_LENGTH)
        String clientId) {}
