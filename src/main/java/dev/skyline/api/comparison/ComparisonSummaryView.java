package dev.skyline.api.comparison;

import dev.skyline.comparison.Comparison;
import dev.skyline.plugin.PluginSpec;
import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A comparison in a list. */
@Schema(name = "ComparisonSummary")
record ComparisonSummaryView(
        UUID id,
        String name,
        Instant createdAt,

        @Schema(description = "Ids of the strategies", example = "[\"random\", \"bananas\"]")
        List<String> strategies,

        @Schema(description = "Runs that have ended", example = "12")
        int runsDone,

        @Schema(description = "One for every strategy and seed", example = "40")
        int runsTotal) {

    static ComparisonSummaryView of(Comparison comparison, int runsDone) {
        return new ComparisonSummaryView(
                comparison.id().value(),
                comparison.name(),
                comparison.createdAt(),
                comparison.strategies().stream().map(PluginSpec::type).toList(),
                runsDone,
                comparison.runs().size());
    }
}
