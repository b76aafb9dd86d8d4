package dev.skyline.api.front;

import dev.skyline.api.OrNull;
import dev.skyline.api.experiment.ConstraintView;
import dev.skyline.experiment.SecondMeasurement;
import dev.skyline.search.ReadFront;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The front of an experiment in two metrics. */
@Schema(
        name = "Front",
        description = "The feasible trials to which no other one is better in one metric and nowhere worse")
record FrontView(
        AxisView x,
        AxisView y,
        @Schema(description = "Ordered along x") List<PointView> points,

        @Schema(
                description = "Area that the front dominates up to the reference point, in the product of both units;"
                        + " absent until a trial has both values",
                example = "0.52")
        @Nullable
        Double hypervolume,

        @Schema(description = "Fixed by the first evaluated trials; absent until there is one") @Nullable
        CornerView referencePoint,

        @Schema(description = "The point where a little more of one metric stops buying much of the other") @Nullable
        PointView knee,

        @Schema(description = "Those of the experiment's limits that are on x or y")
        List<ConstraintView> limits,

        @Schema(description = "Where trials were recorded and none of them meets the limits") @Nullable
        InfeasibilityView infeasibility) {

    @Schema(name = "ReferencePoint", description = "In the units of x and y")
    record CornerView(
            @Schema(example = "1.2") double x,
            @Schema(example = "0.0") double y) {

        CornerView {
            // 0 and not -0, which is what the worst ratio becomes on its way through the canonical form.
            x += 0.0;
            y += 0.0;
        }
    }

    static FrontView of(ReadFront.Report report, List<SecondMeasurement> measured) {
        Map<Integer, MeasuredAgainValue> again =
                MeasuredAgainValue.of(measured, report.axes().x());
        return new FrontView(
                AxisView.of(report.axes().x()),
                AxisView.of(report.axes().y()),
                report.points().stream()
                        .map(point -> PointView.of(point, again))
                        .toList(),
                OrNull.of(report.hypervolume()),
                report.reference().map(r -> new CornerView(r[0], r[1])).orElse(null),
                report.knee().map(point -> PointView.of(point, again)).orElse(null),
                report.limits().stream().map(ConstraintView::of).toList(),
                report.infeasibility().map(InfeasibilityView::of).orElse(null));
    }
}
