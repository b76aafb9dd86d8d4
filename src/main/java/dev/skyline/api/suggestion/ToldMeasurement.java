package dev.skyline.api.suggestion;

import dev.skyline.api.problem.Fault;
import dev.skyline.api.request.MetricNames;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.MetricKey;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A value that a client measured. */
@Schema(name = "MeasurementRequest", description = "A value that was measured")
record ToldMeasurement(
        @Schema(example = "accuracy") String metric,

        @Schema(description = "Hardware target, for metrics that belong to one") @Nullable
        String target,

        @Schema(description = "In the metric's unit", example = "0.93")
        Double value) {

    /** The values that can be read; what is wrong with the others goes to the faults. */
    static Measurements read(List<ToldMeasurement> told, MetricNames names, String path, List<Fault> faults) {
        List<Measurement> read = new ArrayList<>();
        Set<MetricKey> seen = new HashSet<>();
        for (int i = 0; i < told.size(); i++) {
            String place = path + "[" + i + "]";
            Optional<Measurement> measurement = told.get(i).read(names, place, faults);
            measurement.ifPresent(read::add);
            if (measurement.filter(m -> !seen.add(m.key())).isPresent()) {
                faults.add(new Fault(place + ".metric", "'" + measurement.get().key() + "' stands twice"));
            }
        }
        return Measurements.of(read);
    }

    private Optional<Measurement> read(MetricNames names, String path, List<Fault> faults) {
        String name = target == null ? metric : metric + "@" + target;
        Optional<MetricKey> key = names.find(name);
        if (key.isEmpty()) {
            faults.add(new Fault(
                    path + ".metric", "there is no '" + name + "' here; valid are " + String.join(", ", names.all())));
            return Optional.empty();
        }
        boolean ratio = key.get().metric().unit().equals("ratio");
        if (value < 0 || ratio && value > 1) {
            faults.add(new Fault(path + ".value", "must be " + (ratio ? "in [0, 1]" : "0 or more") + ", not " + value));
            return Optional.empty();
        }
        return key.map(k -> Measurement.of(k, value, Measurement.Source.MEASURED));
    }
}
