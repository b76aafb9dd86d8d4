package dev.skyline.api.front;

import dev.skyline.api.OrNull;
import dev.skyline.experiment.SecondMeasurement;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.MetricKey;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value that was measured once more after the search. */
@Schema(
        name = "MeasuredAgainValue",
        description = "The value of x, measured once more when the search had ended, alone on the machine")
record MeasuredAgainValue(
        @Schema(description = "In the unit of x", example = "0.43")
        double value,

        @Schema(description = "95th percentile of the repetitions", example = "0.47") @Nullable
        Double p95,

        @Schema(description = "Half the interquartile range over the median of the repetitions", example = "0.02")
        @Nullable
        Double spread,

        Instant at) {

    /** By number of the trial, of those that were measured in this metric. */
    static Map<Integer, MeasuredAgainValue> of(List<SecondMeasurement> measured, MetricKey key) {
        return measured.stream()
                .filter(again -> again.measurements().find(key).isPresent())
                .collect(Collectors.toMap(again -> again.trial().number(), again -> of(again, key)));
    }

    private static MeasuredAgainValue of(SecondMeasurement again, MetricKey key) {
        Measurement measurement = again.measurements().find(key).orElseThrow();
        return new MeasuredAgainValue(
                measurement.value(), OrNull.of(measurement.p95()), OrNull.of(measurement.spread()), again.at());
    }
}
