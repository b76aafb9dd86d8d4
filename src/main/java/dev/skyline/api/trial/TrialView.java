package dev.skyline.api.trial;

import dev.skyline.api.OrNull;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialState;
import dev.skyline.metric.Fidelity;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** A trial as lists show it. */
@Schema(name = "Trial", description = "One architecture evaluated at one fidelity")
public record TrialView(
        @Schema(description = "Within the experiment, from 1", example = "17")
        int number,

        TrialState state,

        @Schema(description = "Why it did not simply succeed: an upper-camel code", example = "ConstraintViolated")
        @Nullable
        String reason,

        @Schema(description = "The same for people", example = "breaks parameters ≤ 200000") @Nullable
        String message,

        @Schema(
                description =
                        "MEMORY where the result was taken from an earlier trial of the same architecture under the"
                                + " same terms")
        @Nullable
        ResultSource source,

        ArchitectureView architecture,

        @Schema(description = "Number of the trial that it was derived from", example = "9") @Nullable
        Integer parent,

        FidelityView fidelity,

        @Schema(
                description = "Sequence number of the last outcome that its proposal could know; 0 for none",
                example = "14")
        long basedOn,

        @Schema(
                description = "Place among the outcomes of the experiment, from 1; present once it has one",
                example = "18")
        @Nullable
        Long sequence,

        @Schema(description = "How many times a worker has begun it", example = "1")
        int attempt,

        List<MeasurementView> measurements,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    enum ResultSource {
        MEMORY
    }

    @Schema(name = "Fidelity", description = "How much effort the evaluation spends")
    record FidelityView(
            @Schema(description = "Passes over the training data", example = "3")
            int epochs,

            @Schema(description = "Share of the training data, in (0, 1]", example = "1.0")
            double dataFraction) {

        static FidelityView of(Fidelity fidelity) {
            return new FidelityView(fidelity.epochs(), fidelity.dataFraction());
        }
    }

    /** The same, for the API. */
    public static TrialView of(Trial trial) {
        return new TrialView(
                trial.number(),
                trial.state(),
                trial.end().map(End::reason).orElse(null),
                trial.end().map(End::message).orElse(null),
                trial.fromMemory() ? ResultSource.MEMORY : null,
                ArchitectureView.of(trial.architecture()),
                OrNull.of(trial.parent()),
                FidelityView.of(trial.fidelity()),
                trial.basedOn(),
                OrNull.of(trial.sequence()),
                trial.attempt(),
                trial.measurements().list().stream().map(MeasurementView::of).toList(),
                trial.createdAt(),
                trial.startedAt().orElse(null),
                trial.finishedAt().orElse(null));
    }
}
