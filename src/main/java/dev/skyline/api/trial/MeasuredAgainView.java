package dev.skyline.api.trial;

import dev.skyline.experiment.End;
import dev.skyline.experiment.SecondMeasurement;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** What a member of a final front came to when it was measured again. */
@Schema(name = "MeasuredAgain", description = "A member of the final front, measured once more, alone on the machine")
record MeasuredAgainView(
        Instant at,

        @Schema(description = "What it costs; empty where it could not be measured")
        List<MeasurementView> measurements,

        @Schema(description = "Why it could not be measured, for programs", example = "WorkerLost") @Nullable
        String reason,

        @Schema(description = "The same for people") @Nullable
        String message) {

    static MeasuredAgainView of(SecondMeasurement measured) {
        return new MeasuredAgainView(
                measured.at(),
                measured.measurements().list().stream().map(MeasurementView::of).toList(),
                measured.end().map(End::reason).orElse(null),
                measured.end().map(End::message).orElse(null));
    }
}
