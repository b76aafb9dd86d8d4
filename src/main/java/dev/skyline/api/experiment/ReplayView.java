package dev.skyline.api.experiment;

import dev.skyline.architecture.Architecture;
import dev.skyline.search.ReplayExperiment.Replay;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** What came of a replay. */
@Schema(name = "Replay", description = "Whether the strategy, fed with what it knew each time, proposes the same again")
record ReplayView(
        @Schema(description = "Proposals that were compared", example = "40")
        int trials,

        @Schema(description = "Those that differ; none for a search that is reproducible")
        List<DifferenceView> differences) {

    @Schema(name = "ReplayDifference")
    record DifferenceView(
            @Schema(description = "Number of the trial") int trial,

            @Schema(description = "What was tried") String recorded,

            @Schema(description = "What is proposed now; absent where nothing is") @Nullable
            String proposed) {}

    static ReplayView of(Replay replay) {
        return new ReplayView(
                replay.trials(),
                replay.differences().stream()
                        .map(d -> new DifferenceView(
                                d.trial(),
                                d.recorded().text(),
                                d.proposed().map(Architecture::text).orElse(null)))
                        .toList());
    }
}
