package dev.skyline.persistence.experiment;

import dev.skyline.metric.Interval;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.persistence.Json;
import dev.skyline.persistence.OrNull;
import tools.jackson.core.type.TypeReference;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The measurements of a trial as they are stored: an object with a field for each metric. */
final class MeasurementsDocument {

    private static final TypeReference<Map<String, Value>> TYPE = new TypeReference<>() {};

    private MeasurementsDocument() {}

    /**
     * @param low absent, as {@code high}, for what is no prediction
     * @param steady absent for what is steady, as most are
     */
    record Value(
            double value,
            Measurement.Source source,
            Double p95,
            Double spread,
            Double low,
            Double high,
            Boolean steady) {

        static Value of(Measurement measurement) {
            return new Value(
                    measurement.value(),
                    measurement.source(),
                    OrNull.of(measurement.p95()),
                    OrNull.of(measurement.spread()),
                    measurement.interval().map(Interval::low).orElse(null),
                    measurement.interval().map(Interval::high).orElse(null),
                    measurement.steady() ? null : false);
        }

        Measurement toMeasurement(String metric) {
            return new Measurement(
                    MetricText.parse(metric),
                    value,
                    source,
                    OrNull.number(p95),
                    OrNull.number(spread),
                    low == null ? Optional.empty() : Optional.of(new Interval(low, high)),
                    steady == null || steady);
        }
    }

    static String write(Measurements measurements) {
        Map<String, Value> document = new LinkedHashMap<>();
        measurements.forEach(m -> document.put(MetricText.of(m.key()), Value.of(m)));
        return Json.write(document);
    }

    /** In the order of the metrics, then by target: that of a {@code jsonb} object means nothing. */
    static Measurements read(String json) {
        List<Measurement> list = Json.read(json, TYPE).entrySet().stream()
                .map(entry -> entry.getValue().toMeasurement(entry.getKey()))
                .sorted(Comparator.comparing((Measurement m) -> m.key().metric())
                        .thenComparing(m -> m.key().target().orElse("")))
                .toList();
        return Measurements.of(list);
    }
}
