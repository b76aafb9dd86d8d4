package dev.skyline.hardware.predictor;

import dev.skyline.metric.Metric;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a predictor is learned from: {@code architecture,latency[,<other device>…]}, milliseconds throughout, a latency
 * blank where it was not measured. In a benchmark's own table the columns are {@code latency@device}, and what is no
 * latency is passed over.
 *
 * @param measured latencies of the device itself, by architecture
 * @param devices known ones, whose latencies help
 * @param latencies of these by architecture, in the order of the devices; NaN where not known
 */
public record PredictorData(Map<String, Double> measured, List<String> devices, Map<String, double[]> latencies) {

    public static final PredictorData NONE = new PredictorData(Map.of(), List.of(), Map.of());

    static final String ARCHITECTURE = "architecture";
    static final String LATENCY = Metric.LATENCY.key();

    /**
     * O(rows · devices).
     *
     * @param device whose column {@code latency@device} is its own
     * @param check refuses texts that are no architecture's with {@link IllegalArgumentException}
     * @throws dev.skyline.plugin.InvalidSettings with the line and column of the first fault
     */
    public static PredictorData read(byte[] csv, String device, Consumer<String> check) {
        return PredictorDataReader.read(csv, device, check);
    }

    /** With what was measured of the device since. */
    public PredictorData with(Map<String, Double> more) {
        Map<String, Double> all = new LinkedHashMap<>(measured);
        all.putAll(more);
        return new PredictorData(all, devices, latencies);
    }

    /** As it is read. */
    public String write() {
        List<String> header = new ArrayList<>(List.of(ARCHITECTURE, LATENCY));
        header.addAll(devices);
        Map<String, double[]> all = new LinkedHashMap<>(latencies);
        double[] unknown = new double[devices.size()];
        Arrays.fill(unknown, Double.NaN);
        measured.keySet().forEach(architecture -> all.putIfAbsent(architecture, unknown));
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(header);
            for (Map.Entry<String, double[]> each : all.entrySet()) {
                List<String> row = new ArrayList<>(List.of(each.getKey(), text(measured.get(each.getKey()))));
                Arrays.stream(each.getValue()).mapToObj(PredictorData::text).forEach(row::add);
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static String text(Double millis) {
        return millis == null || millis.isNaN() ? "" : millis.toString();
    }
}
