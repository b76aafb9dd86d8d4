package dev.skyline.api.experiment;

import dev.skyline.experiment.Budget;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.view.ExperimentSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** How far an experiment is. */
@Schema(name = "Progress", description = "How far an experiment is")
record ProgressView(
        @Schema(description = "Trials that have ended, cancelled ones left out", example = "12")
        int trialsDone,

        @Schema(example = "40") int maxTrials,

        @Schema(
                type = "string",
                format = "duration",
                description = "Estimated from the trials so far; absent unless it is RUNNING and a trial has ended",
                example = "PT2M10S")
        @Nullable
        Duration timeLeft,

        @Schema(
                type = "string",
                format = "duration",
                description = "Time that it has been running, pauses left out",
                example = "PT1M5S")
        Duration elapsed) {

    static ProgressView of(ExperimentSummary summary, Instant now) {
        Experiment experiment = summary.experiment();
        int done = summary.trials().finished() - summary.trials().in(TrialState.CANCELLED);
        Duration elapsed = Duration.ofMillis(experiment.ranFor(now).toMillis());
        Budget budget = experiment.editable().budget();
        boolean known = experiment.state() == ExperimentState.RUNNING && done > 0;
        return new ProgressView(done, budget.maxTrials(), known ? left(budget, done, elapsed) : null, elapsed);
    }

    /** As long a trial as so far, and no longer than the budget has time left. */
    private static Duration left(Budget budget, int done, Duration elapsed) {
        long seconds = Math.round(elapsed.toMillis() / 1000.0 / done * Math.max(0, budget.maxTrials() - done));
        Duration byTrials = Duration.ofSeconds(seconds);
        Duration byTime = budget.maxDuration().map(max -> max.minus(elapsed)).orElse(byTrials);
        Duration less = byTrials.compareTo(byTime) < 0 ? byTrials : byTime;
        return less.isNegative() ? Duration.ZERO : Duration.ofSeconds(less.toSeconds());
    }
}
