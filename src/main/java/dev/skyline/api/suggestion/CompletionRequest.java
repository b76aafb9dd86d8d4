package dev.skyline.api.suggestion;

import dev.skyline.experiment.End;
import dev.skyline.experiment.Suggestion;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.TrialState;
import dev.skyline.metric.Measurements;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A client tells the end of a trial. */
@Schema(
        name = "CompletionRequest",
        description = "The end of a trial: measurements, or why there are none (exactly one of the three)")
record CompletionRequest(
        @Schema(description = "A value for every objective and constraint that is not computed from the network")
        @Nullable
        @Size(max = 100)
        List<ToldMeasurement> measurements,

        @Schema(description = "Whether the training was ended early; the measurements are those of its best epoch")
        @Nullable
        Boolean stoppedEarly,

        @Schema(description = "Why it cannot be a solution, in words") @Nullable @Size(min = 1, max = 2000)
        String infeasible,

        @Schema(description = "Why it could not be evaluated") @Nullable @Valid
        Failure failed,

        @Schema(description = "Who tells it; where given, it must be who has the trial", example = "w1")
        @Nullable
        @Size(min = 1, max = Suggestion.CLIENT_LENGTH)
        String clientId) {

    /** Why a trial could not be evaluated. */
    @Schema(name = "Failure")
    record Failure(
            @Schema(description = "For programs, upper camel", example = "OutOfMemory")
            @Pattern(regexp = "[A-Z][A-Za-z0-9]{0,63}", message = "must be an upper-camel code such as OutOfMemory")
            String code,

            @Schema(description = "For people") @Size(max = 2000)
            String message) {}

    boolean isOneThing() {
        return Stream.of(measurements, infeasible, failed)
                        .filter(part -> part != null)
                        .count()
                == 1;
    }

    TrialOutcome outcome(Measurements told) {
        if (failed != null) {
            return TrialOutcome.failed(failed.code(), failed.message());
        }
        if (infeasible != null) {
            return new TrialOutcome(
                    TrialState.INFEASIBLE,
                    Optional.of(new End("Infeasible", infeasible)),
                    Measurements.none(),
                    Optional.empty(),
                    false);
        }
        return Boolean.TRUE.equals(stoppedEarly)
                ? TrialOutcome.earlyStopped(new End("StoppedEarly", "ended by its client"), told, Optional.empty())
                : TrialOutcome.completed(told, Optional.empty());
    }
}
