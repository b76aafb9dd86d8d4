package dev.skyline.api.front;

import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A metric as an axis. */
@Schema(name = "Axis", description = "A metric as an axis")
record AxisView(
        @Schema(description = "Key of the metric", example = "latency")
        String metric,

        @Schema(description = "Hardware target, for metrics that belong to one", example = "host") @Nullable
        String target,

        @Schema(description = "Of the values on it", example = "ms")
        String unit,

        @Schema(description = "In which it is better") Metric.Direction direction) {

    static AxisView of(MetricKey key) {
        Metric metric = key.metric();
        return new AxisView(metric.key(), key.target().orElse(null), metric.unit(), metric.direction());
    }
}
