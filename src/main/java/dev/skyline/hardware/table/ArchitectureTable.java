package dev.skyline.hardware.table;

import dev.skyline.architecture.Architecture;
import dev.skyline.hardware.DataRow;
import dev.skyline.hardware.DataTable;
import dev.skyline.hardware.Units;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.Metric.Known;
import dev.skyline.metric.MetricKey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads {@code architecture,latency[,throughput][,energy]}, each metric alone or as {@code metric@device}; columns of other
 * devices are passed over. An architecture stands as its canonical text or as its id.
 */
final class ArchitectureTable {

    private static final String ARCHITECTURE = "architecture";
    private static final char AT = '@';

    private final List<Metric> metrics;
    private final Map<String, double[]> rows;

    private ArchitectureTable(List<Metric> metrics, Map<String, double[]> rows) {
        this.metrics = metrics;
        this.rows = rows;
    }

    /**
     * O(rows).
     *
     * @param device whose columns count
     * @throws dev.skyline.plugin.InvalidSettings with the line and column of the first fault
     */
    static ArchitectureTable read(DataTable data, String device) {
        Map<Metric, String> columns = columns(data, device);
        List<Metric> metrics = List.copyOf(columns.keySet());
        Map<String, double[]> rows = new HashMap<>();
        for (DataRow row : data.rows()) {
            String architecture = row.text(ARCHITECTURE);
            if (architecture.isEmpty()) {
                throw DataTable.fault(row.line(), ARCHITECTURE, "is blank");
            }
            double[] values = metrics.stream()
                    .mapToDouble(metric -> value(row, metric, columns.get(metric)))
                    .toArray();
            if (rows.put(architecture, values) != null) {
                throw DataTable.fault(row.line(), ARCHITECTURE, "'" + architecture + "' stands twice");
            }
        }
        return new ArchitectureTable(metrics, rows);
    }

    /** What is known of an architecture, under the name of a target. */
    Optional<Measurements> find(Architecture architecture, String target) {
        return Optional.ofNullable(rows.get(architecture.text()))
                .or(() -> Optional.ofNullable(rows.get(architecture.id().toString())))
                .map(values -> measurements(values, target));
    }

    private Measurements measurements(double[] values, String target) {
        List<Measurement> known = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                known.add(Measurement.of(MetricKey.of(metrics.get(i), target), values[i], Source.TABLE));
            }
        }
        return Measurements.of(known);
    }

    private static double value(DataRow row, Metric metric, String column) {
        if (metric == Metric.LATENCY) {
            return row.number(column);
        }
        OptionalDouble value = row.optional(column);
        return value.orElse(Double.NaN);
    }

    private static Map<Metric, String> columns(DataTable data, String device) {
        Units.refuseOthers(data.columns(), Metric.LATENCY.key());
        Map<Metric, String> columns = new EnumMap<>(Metric.class);
        for (String name : data.columns()) {
            if (!name.equals(ARCHITECTURE)) {
                int at = name.indexOf(AT);
                Metric metric = metric(name, at < 0 ? name : name.substring(0, at));
                boolean counts = at < 0 || name.substring(at + 1).equals(device);
                if (counts && columns.put(metric, name) != null) {
                    throw DataTable.fault(1, name, metric.key() + " has two columns");
                }
            }
        }
        data.requireColumns(List.of(ARCHITECTURE), "");
        if (!columns.containsKey(Metric.LATENCY)) {
            throw DataTable.fault(
                    1,
                    "there is no column '" + Metric.LATENCY.key() + "' or '" + Metric.LATENCY.key() + AT + device
                            + "'");
        }
        return columns;
    }

    private static Metric metric(String column, String name) {
        List<Metric> valid = Arrays.stream(Metric.values())
                .filter(metric -> metric.known() == Known.ON_TARGET)
                .toList();
        return valid.stream()
                .filter(metric -> metric.key().equals(name))
                .findFirst()
                .orElseThrow(() -> DataTable.fault(
                        1,
                        column,
                        "there is no such column; valid are " + ARCHITECTURE + ", "
                                + String.join(
                                        ", ", valid.stream().map(Metric::key).toList())));
    }
}
