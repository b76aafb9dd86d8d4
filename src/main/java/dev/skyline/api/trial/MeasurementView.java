package dev.skyline.api.trial;

import dev.skyline.api.OrNull;
import dev.skyline.metric.Interval;
import dev.skyline.metric.Measurement;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A measurement as the API shows it. */
@Schema(name = "Measurement", description = "A value of a metric and how it was obtained")
public record MeasurementView(
        @Schema(description = "Key of the metric", example = "latency")
        String metric,

        @Schema(description = "Hardware target, for metrics that belong to one", example = "host") @Nullable
        String target,

        @Schema(description = "In the unit", example = "0.41")
        double value,

        @Schema(example = "ms") String unit,
        Measurement.Source source,

        @Schema(description = "95th percentile of the repetitions", example = "0.47") @Nullable
        Double p95,

        @Schema(description = "Half the interquartile range over the median of the repetitions", example = "0.02")
        @Nullable
        Double spread,

        @Schema(
                description = "Lower end of the interval that holds the true value in 95 of 100 cases, for predictions",
                example = "0.38")
        @Nullable
        Double low,

        @Schema(description = "Upper end of that interval", example = "0.44") @Nullable
        Double high,

        @Schema(description = "false for a measurement that did not settle within its repetitions, else absent")
        @Nullable
        Boolean steady) {

    /** The same, for the API. */
    public static MeasurementView of(Measurement measurement) {
        return new MeasurementView(
                measurement.key().metric().key(),
                measurement.key().target().orElse(null),
                measurement.value(),
                measurement.key().metric().unit(),
                measurement.source(),
                OrNull.of(measurement.p95()),
                OrNull.of(measurement.spread()),
                measurement.interval().map(Interval::low).orElse(null),
                measurement.interval().map(Interval::high).orElse(null),
                measurement.steady() ? null : false);
    }
}
