package dev.skyline.api.suggestion;

import dev.skyline.api.problem.ProblemException;
import dev.skyline.estimator.EpochReport;
import dev.skyline.experiment.Suggestion;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A client tells a point of a learning curve. */
@Schema(name = "EpochRequest", description = "A point of a learning curve")
record EpochRequest(
        @Schema(description = "From 1", example = "3") @Min(1) @Max(1_000_000)
        Integer epoch,

        @Schema(description = "How many there will be at most; by default those of the trial's fidelity")
        @Nullable
        @Min(1)
        @Max(1_000_000)
        Integer epochs,

        @Schema(description = "Share of validation samples classified right", example = "0.91")
        @DecimalMin("0")
        @DecimalMax("1")
        Double accuracy,

        @Schema(description = "On the training samples, in nats") @Nullable
        Double trainingLoss,

        @Schema(description = "On the validation samples, in nats") @Nullable
        Double validationLoss,

        @Schema(description = "Since the training began", example = "12.5") @Nullable @DecimalMin("0")
        Double seconds,

        @Schema(description = "Who tells it; where given, it must be who has the trial", example = "w1")
        @Nullable
        @Size(min = 1, max = Suggestion.CLIENT_LENGTH)
        String clientId) {

    /** @param full epochs of the trial's fidelity */
    EpochReport report(int full) {
        int most = epochs == null ? full : epochs;
        if (epoch > most) {
            throw ProblemException.invalid(
                    "epoch", "must be at most " + most + ", the epochs of the trial, not " + epoch);
        }
        return new EpochReport(
                epoch,
                most,
                orUnknown(trainingLoss),
                orUnknown(validationLoss),
                accuracy,
                seconds == null ? 0 : seconds);
    }

    private static double orUnknown(Double loss) {
        return loss == null ? Double.NaN : loss;
    }
}
