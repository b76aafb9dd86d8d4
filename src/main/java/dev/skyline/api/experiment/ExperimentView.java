package dev.skyline.api.experiment;

import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.view.ExperimentSummary;
import dev.skyline.experiment.view.TrialCounts;
import dev.skyline.search.Catalogue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An experiment as the API shows it. */
@Schema(name = "Experiment", description = "A search: its spec and how far it is")
record ExperimentView(
        UUID id,
        @Schema(example = "digits for two devices") String name,
        String notes,
        @Schema(example = "[\"tutorial\"]") List<String> labels,
        ExperimentState state,

        @Schema(description = "Why it ended or will end: an upper-camel code", example = "MaxTrialsReached") @Nullable
        String reason,

        @Schema(description = "The same for people", example = "all 40 trials are done") @Nullable
        String message,

        SpecView spec,
        Trials trials,
        ProgressView progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    @Schema(name = "TrialCounts", description = "How many trials are in each state")
    record Trials(
            int total,
            int queued,
            int running,
            int succeeded,
            int earlyStopped,
            int infeasible,
            int failed,
            int cancelled) {

        static Trials of(TrialCounts counts) {
            return new Trials(
                    counts.total(),
                    counts.in(TrialState.QUEUED),
                    counts.in(TrialState.RUNNING),
                    counts.in(TrialState.SUCCEEDED),
                    counts.in(TrialState.EARLY_STOPPED),
                    counts.in(TrialState.INFEASIBLE),
                    counts.in(TrialState.FAILED),
                    counts.in(TrialState.CANCELLED));
        }
    }

    static ExperimentView of(ExperimentSummary summary, Catalogue catalogue, Instant now) {
        Experiment experiment = summary.experiment();
        return new ExperimentView(
                experiment.id().value(),
                experiment.editable().name(),
                experiment.editable().notes(),
                experiment.editable().labels(),
                experiment.state(),
                experiment.end().map(End::reason).orElse(null),
                experiment.end().map(End::message).orElse(null),
                SpecView.of(experiment.spec(), experiment.editable(), catalogue),
                Trials.of(summary.trials()),
                ProgressView.of(summary, now),
                experiment.createdAt(),
                experiment.startedAt().orElse(null),
                experiment.finishedAt().orElse(null));
    }
}
