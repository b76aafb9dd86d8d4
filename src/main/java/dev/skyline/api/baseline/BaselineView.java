package dev.skyline.api.baseline;

import dev.skyline.api.OrNull;
import dev.skyline.api.trial.MeasurementView;
import dev.skyline.experiment.Baseline;
import dev.skyline.experiment.End;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A baseline as the API shows it. */
@Schema(name = "Baseline", description = "A model from elsewhere that an experiment is compared with")
record BaselineView(
        UUID id,

        @Schema(description = "For people", example = "ResNet-50, in use today")
        String name,

        Baseline.State state,

        @Schema(description = "Why it FAILED: an upper-camel code", example = "OutOfMemory") @Nullable
        String reason,

        @Schema(description = "The same for people") @Nullable
        String message,

        @Schema(
                description = "Of one sample: channels, height and width, or the number of features",
                example = "[1, 8, 8]")
        List<Integer> shape,

        @Schema(example = "10") int classes,

        @Schema(description = "SHA-256 of its file, in hexadecimal")
        String model,

        @Schema(description = "What the upload said of it, in [0, 1]", example = "0.97") @Nullable
        Double statedAccuracy,

        @Schema(description = "What is known of it so far. The source of an accuracy that the upload stated is TABLE")
        List<MeasurementView> measurements,

        Instant createdAt) {

    static BaselineView of(Baseline baseline) {
        return new BaselineView(
                baseline.id(),
                baseline.name(),
                baseline.state(),
                baseline.end().map(End::reason).orElse(null),
                baseline.end().map(End::message).orElse(null),
                baseline.shape(),
                baseline.classes(),
                baseline.model(),
                OrNull.of(baseline.statedAccuracy()),
                baseline.measurements().list().stream().map(MeasurementView::of).toList(),
                baseline.createdAt());
    }
}
