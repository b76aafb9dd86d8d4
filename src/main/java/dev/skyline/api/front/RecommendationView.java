package dev.skyline.api.front;

import dev.skyline.experiment.SecondMeasurement;
import dev.skyline.metric.MetricKey;
import dev.skyline.search.Recommend.Recommendation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Which trial to take. */
@Schema(
        name = "Recommendation",
        description = "Which trial to take where a cost must keep within a limit. Its points have the cost as x and the"
                + " quality as y")
record RecommendationView(
        @Schema(description = "Key of the limited metric", example = "latency")
        String metric,

        @Schema(description = "Hardware target, for metrics that belong to one", example = "host") @Nullable
        String target,

        @Schema(description = "In the metric's unit; absent where no limit was given", example = "0.5") @Nullable
        Double atMost,

        @Schema(description = "Likewise") @Nullable Double atLeast,

        @Schema(description = "What is to be as good as can be within the limit")
        AxisView quality,

        @Schema(description = "The best within the limit and those of the experiment") @Nullable
        PointView best,

        @Schema(description = "Where, within the limits, a little more cost stops buying much quality") @Nullable
        PointView knee,

        @Schema(
                description =
                        "Up to five members of the front that lie next to the best one, from the least cost on: just"
                                + " cheaper, and just better than the limit allows")
        List<PointView> alternatives,

        @Schema(description = "Where there is no best one and trials were recorded") @Nullable
        InfeasibilityView infeasibility) {

    static RecommendationView of(
            Recommendation found, Double atMost, Double atLeast, List<SecondMeasurement> measured) {
        MetricKey cost = found.axes().x();
        Map<Integer, MeasuredAgainValue> again = MeasuredAgainValue.of(measured, cost);
        return new RecommendationView(
                cost.metric().key(),
                cost.target().orElse(null),
                atMost,
                atLeast,
                AxisView.of(found.axes().y()),
                found.best().map(point -> PointView.of(point, again)).orElse(null),
                found.knee().map(point -> PointView.of(point, again)).orElse(null),
                found.alternatives().stream()
                        .map(point -> PointView.of(point, again))
                        .toList(),
                found.infeasibility().map(InfeasibilityView::of).orElse(null));
    }
}
