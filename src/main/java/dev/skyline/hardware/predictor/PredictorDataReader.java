package dev.skyline.hardware.predictor;

import dev.skyline.hardware.DataRow;
import dev.skyline.hardware.DataTable;
import dev.skyline.hardware.Units;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import static dev.skyline.hardware.predictor.PredictorData.ARCHITECTURE;
import static dev.skyline.hardware.predictor.PredictorData.LATENCY;

/**
 * Reads {@link PredictorData}.
 *
 * @param own name of the column of the device itself
 * @param others columns of known devices
 * @param check refuses texts that are no architecture's
 */
record PredictorDataReader(String own, List<String> others, Consumer<String> check) {

    private static final String OF_DEVICE = LATENCY + "@";
    private static final int MOST_DEVICES = 50;

    static PredictorData read(byte[] csv, String device, Consumer<String> check) {
        DataTable table = DataTable.read(csv);
        List<String> names = table.columns();
        Units.refuseOthers(names, LATENCY);
        table.requireColumns(List.of(ARCHITECTURE), "");
        List<String> own = List.of(LATENCY, OF_DEVICE + device);
        boolean benchmark = names.stream().anyMatch(name -> name.startsWith(OF_DEVICE));
        List<String> others = names.stream()
                .filter(name -> benchmark ? name.startsWith(OF_DEVICE) : !name.equals(ARCHITECTURE))
                .filter(name -> !own.contains(name))
                .toList();
        String mine = names.stream().filter(own::contains).findFirst().orElse(LATENCY);
        if (own.stream().allMatch(names::contains)) {
            throw DataTable.fault(1, own.get(1), "is the device's own latency, as is '" + LATENCY + "'");
        }
        if (!names.contains(mine) && others.isEmpty()) {
            throw DataTable.fault(1, "there is no column '" + LATENCY + "'");
        }
        if (others.size() > MOST_DEVICES) {
            throw DataTable.fault(1, others.size() + " other devices, of which " + MOST_DEVICES + " are the most");
        }
        return new PredictorDataReader(mine, others, check).of(table);
    }

    private PredictorData of(DataTable table) {
        Map<String, Double> measured = new LinkedHashMap<>();
        Map<String, double[]> latencies = new LinkedHashMap<>();
        for (DataRow row : table.rows()) {
            String architecture = architecture(row);
            double[] values = others.stream()
                    .mapToDouble(name -> latency(row, name).orElse(Double.NaN))
                    .toArray();
            OptionalDouble latency = latency(row, own);
            double[] before = latencies.put(architecture, values);
            Double measuredBefore = measured.get(architecture);
            latency.ifPresent(millis -> measured.put(architecture, millis));
            if (before != null
                    && !(Arrays.equals(before, values)
                            && measuredBefore != null == latency.isPresent()
                            && (measuredBefore == null || measuredBefore == latency.getAsDouble()))) {
                throw DataTable.fault(
                        row.line(), ARCHITECTURE, "'" + architecture + "' stands twice, with other latencies");
            }
        }
        List<String> devices = others.stream()
                .map(name -> name.startsWith(OF_DEVICE) ? name.substring(OF_DEVICE.length()) : name)
                .toList();
        return new PredictorData(measured, devices, devices.isEmpty() ? Map.of() : latencies);
    }

    private String architecture(DataRow row) {
        String architecture = row.text(ARCHITECTURE);
        try {
            check.accept(architecture);
        } catch (IllegalArgumentException e) {
            throw DataTable.fault(row.line(), ARCHITECTURE, e.getMessage());
        }
        return architecture;
    }

    private static OptionalDouble latency(DataRow row, String column) {
        OptionalDouble latency = row.optional(column);
        if (latency.isPresent() && latency.getAsDouble() == 0) {
            throw DataTable.fault(row.line(), column, "is 0, and nothing takes no time");
        }
        return latency;
    }
}
