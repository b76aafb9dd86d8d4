package dev.skyline.api.front;

import dev.skyline.api.trial.ArchitectureView;
import dev.skyline.api.trial.MeasurementView;
import dev.skyline.metric.Interval;
import dev.skyline.metric.Measurement;
import dev.skyline.search.ReadFront;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** A trial of the front. */
@Schema(name = "FrontPoint", description = "A trial of the front")
record PointView(
        @Schema(description = "Number of the trial", example = "17")
        int trial,

        ArchitectureView architecture,

        @Schema(description = "In the unit of x", example = "0.41")
        double x,

        @Schema(
                description =
                        "Lower end of the interval that holds x in 95 of 100 cases, where it was predicted with one",
                example = "0.38")
        @Nullable
        Double low,

        @Schema(description = "Upper end of that interval", example = "0.44") @Nullable
        Double high,

        @Schema(description = "How x was obtained") Measurement.Source source,

        @Schema(description = "In the unit of y", example = "0.953")
        double y,

        @Schema(description = "Of members of the front of a search that has ended, where x can be measured") @Nullable
        MeasuredAgainValue measuredAgain,

        @Schema(description = "All that is known of it") List<MeasurementView> measurements) {

    /** @param again by number of the trial */
    static PointView of(ReadFront.Point point, Map<Integer, MeasuredAgainValue> again) {
        return new PointView(
                point.trial().number(),
                ArchitectureView.of(point.trial().architecture()),
                point.x(),
                point.across().interval().map(Interval::low).orElse(null),
                point.across().interval().map(Interval::high).orElse(null),
                point.across().source(),
                point.y(),
                again.get(point.trial().number()),
                point.trial().measurements().list().stream()
                        .map(MeasurementView::of)
                        .toList());
    }
}
