package dev.skyline.search;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.metric.Aggregate;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Metric;
import dev.skyline.plugin.PluginSpec;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What the finished trials of an experiment measured themselves: what memory told them was measured of another architecture
 * of the same function, which may cost something else. Of several trials of an architecture, the calmest measurement counts.
 *
 * @param byDevice latencies of architectures, by device
 */
record ExperimentLatencies(Experiment experiment, Map<String, Map<String, Measurement>> byDevice)
        implements LatencySource {

    static final String SETTING = "experiment";

    private static final BinaryOperator<Measurement> CALMER =
            BinaryOperator.minBy(Comparator.comparing((Measurement measurement) -> !measurement.steady())
                    .thenComparing(measurement -> measurement.spread().orElse(0)));

    /** @param finished trials, in the order in which they ended */
    static ExperimentLatencies of(Experiment experiment, List<Trial> finished) {
        Map<String, Map<String, Measurement>> byDevice = new LinkedHashMap<>();
        for (Trial trial :
                finished.stream().filter(trial -> !trial.fromMemory()).toList()) {
            for (Measurement measurement : trial.measurements()) {
                if (isOfDevice(measurement)) {
                    byDevice.computeIfAbsent(measurement.key().target().orElseThrow(), device -> new LinkedHashMap<>())
                            .merge(trial.architecture().text(), measurement, CALMER);
                }
            }
        }
        return new ExperimentLatencies(experiment, byDevice);
    }

    /** Aggregates of measured latencies are called measured, too. */
    private static boolean isOfDevice(Measurement measurement) {
        return measurement.source() == Source.MEASURED
                && measurement.key().metric() == Metric.LATENCY
                && Aggregate.of(measurement.key()).isEmpty();
    }

    @Override
    public String setting() {
        return SETTING;
    }

    @Override
    public String title() {
        return "experiment " + experiment.id();
    }

    @Override
    public PluginSpec space() {
        return experiment.spec().searchSpace();
    }

    @Override
    public List<Integer> input() {
        return experiment.spec().subject().input();
    }

    @Override
    public int classes() {
        return experiment.spec().subject().classCount();
    }

    @Override
    public List<String> devices() {
        return List.copyOf(byDevice.keySet());
    }

    @Override
    public List<String> measured(String device) {
        return List.copyOf(byDevice.getOrDefault(device, Map.of()).keySet());
    }

    @Override
    public double latency(String architecture, String device) {
        Measurement found = byDevice.getOrDefault(device, Map.of()).get(architecture);
        return found == null ? Double.NaN : found.value();
    }
}
