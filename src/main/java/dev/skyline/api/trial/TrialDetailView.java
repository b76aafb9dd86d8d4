package dev.skyline.api.trial;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.skyline.estimator.EpochReport;
import dev.skyline.experiment.SecondMeasurement;
import dev.skyline.experiment.Trial;
import dev.skyline.network.Network;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trial in full. */
@Schema(name = "TrialDetail", description = "A trial with its learning curve and its network")
record TrialDetailView(
        @JsonUnwrapped TrialView trial,

        @Schema(description = "Of the latest attempt, by epoch")
        List<EpochView> learningCurve,

        @Schema(description = "Absent where the search space has no networks") @Nullable
        NetworkView network,

        @Schema(
                description =
                        "Of a member of the final front on targets that measure; its measurements stay what they were")
        @Nullable
        MeasuredAgainView measuredAgain,

        @Schema(description = "Paths of what belongs to it: model", example = "{\"model\": \"/api/v1/…/model\"}")
        @Nullable
        Map<String, String> links) {

    @Schema(name = "Epoch", description = "A point of a learning curve")
    record EpochView(
            @Schema(description = "From 1", example = "1") int epoch,

            @Schema(description = "How many there will be at most", example = "3")
            int epochs,

            @Schema(
                    description = "Mean cross-entropy over the epoch's batches, in nats; absent where a client did not"
                            + " tell it",
                    example = "0.81")
            @Nullable
            Double trainingLoss,

            @Schema(description = "The same on the validation samples, in nats", example = "0.62") @Nullable
            Double validationLoss,

            @Schema(description = "Share of validation samples classified right", example = "0.91")
            double accuracy,

            @Schema(description = "Since the training began, pauses left out", example = "1.4")
            double seconds) {

        static EpochView of(EpochReport report) {
            return new EpochView(
                    report.epoch(),
                    report.epochs(),
                    known(report.trainingLoss()),
                    known(report.validationLoss()),
                    report.accuracy(),
                    report.seconds());
        }

        private static Double known(double loss) {
            return Double.isNaN(loss) ? null : loss;
        }
    }

    static TrialDetailView of(
            Trial trial,
            List<EpochReport> curve,
            Optional<Network> network,
            Optional<SecondMeasurement> again,
            Map<String, String> links) {
        return new TrialDetailView(
                TrialView.of(trial),
                curve.stream().map(EpochView::of).toList(),
                network.map(NetworkView::of).orElse(null),
                again.map(MeasuredAgainView::of).orElse(null),
                links.isEmpty() ? null : links);
    }
}
