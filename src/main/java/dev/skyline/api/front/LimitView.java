package dev.skyline.api.front;

import dev.skyline.api.OrNull;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.MetricKey;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bound on a metric. */
@Schema(name = "Limit", description = "A bound on a metric, in its unit")
record LimitView(
        @Schema(description = "Key of the metric", example = "latency")
        String metric,

        @Schema(description = "Hardware target, for metrics that belong to one", example = "host") @Nullable
        String target,

        @Schema(description = "Upper bound", example = "0.5") @Nullable
        Double atMost,

        @Schema(description = "Lower bound") @Nullable Double atLeast,

        @Schema(description = "Chance with which a predicted value meets it", example = "0.95") @Nullable
        Double confidence) {

    static LimitView of(Constraint limit) {
        MetricKey key = limit.key();
        return new LimitView(
                key.metric().key(),
                key.target().orElse(null),
                OrNull.of(limit.atMost()),
                OrNull.of(limit.atLeast()),
                OrNull.of(limit.confidence()));
    }
}
