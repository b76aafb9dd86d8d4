package dev.skyline.api.comparison;

import dev.skyline.api.experiment.ExperimentRequest;
import dev.skyline.api.experiment.PluginChoice;
import dev.skyline.search.CompareStrategies;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.LongStream;

/** Strategies to be compared. */
@Schema(name = "ComparisonRequest", description = "Strategies to be compared on one search")
record ComparisonRequest(
        @Schema(description = "The search; its name is the comparison's, its strategy and seed are not used") @Valid
        ExperimentRequest spec,

        @Schema(description = "Two or more") @Size(min = 2, max = CompareStrategies.MAX_STRATEGIES)
        List<PluginChoice> strategies,

        @Schema(description = "Each strategy runs with each of these; by default 1, 2, … up to seedCount")
        @Nullable
        @Size(min = 1, max = CompareStrategies.MAX_SEEDS)
        List<Long> seeds,

        @Schema(description = "How many seeds, where they are not named; by default 5", example = "20")
        @Nullable
        @Min(1)
        @Max(CompareStrategies.MAX_SEEDS)
        Integer seedCount) {

    private static final int DEFAULT_SEEDS = 5;

    List<Long> seedsOrDefault() {
        return seeds != null
                ? seeds
                : LongStream.rangeClosed(1, seedCount == null ? DEFAULT_SEEDS : seedCount)
                        .boxed()
                        .toList();
    }
}
