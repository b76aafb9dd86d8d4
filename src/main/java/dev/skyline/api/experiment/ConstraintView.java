package dev.skyline.api.experiment;

import dev.skyline.api.OrNull;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.MetricKey;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bound on a metric. */
@Schema(name = "Constraint", description = "A bound that a solution must meet, in the metric's unit")
public record ConstraintView(
        @Schema(description = "Key of the metric", example = "latency")
        String metric,

        @Schema(description = "As of an objective", example = "host") @Nullable
        String target,

        @Schema(description = "Upper bound", example = "0.5") @Nullable
        Double atMost,

        @Schema(description = "Lower bound") @Nullable Double atLeast,

        @Schema(description = "Chance with which a predicted value meets it", example = "0.95") @Nullable
        Double confidence) {

    public static ConstraintView of(Constraint constraint) {
        MetricKey key = constraint.key();
        return new ConstraintView(
                key.metric().key(),
                key.target().orElse(null),
                OrNull.of(constraint.atMost()),
                OrNull.of(constraint.atLeast()),
                OrNull.of(constraint.confidence()));
    }
}
