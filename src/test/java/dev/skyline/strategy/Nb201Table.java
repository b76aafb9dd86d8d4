package dev.skyline.strategy;

import dev.skyline.Benchmarks;
import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Problem;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** NAS-Bench-201 on CIFAR-10 after 200 epochs, where the published table is at hand. By the cells' texts. */
public record Nb201Table(Map<String, Measurements> rows) {

    public static final MetricKey LATENCY = MetricKey.of(Metric.LATENCY, "1080ti_1");
    public static final MetricKey CPU_LATENCY = MetricKey.of(Metric.LATENCY, "gold_6226");

    private static final List<MetricKey> KEYS =
            List.of(Toy.ACCURACY, Toy.PARAMETERS, MetricKey.of(Metric.MACS), LATENCY, CPU_LATENCY);

    /** Skips the test where the table is missing. */
    public static Nb201Table load() throws IOException {
        Map<String, Measurements> rows = new HashMap<>();
        for (Map<String, String> row : Benchmarks.rows("nb201-cifar10.csv.gz")) {
            if (row.get("epochs").equals("200")) {
                rows.put(
                        row.get("architecture"),
                        Measurements.of(KEYS.stream()
                                .map(key ->
                                        Measurement.of(key, Double.parseDouble(row.get(key.toString())), Source.TABLE))
                                .toList()));
            }
        }
        return new Nb201Table(rows);
    }

    public Stream<Double> accuracies() {
        return rows.values().stream().map(row -> row.value(Toy.ACCURACY).orElseThrow());
    }

    public TrialOutcome outcome(Architecture architecture) {
        return TrialOutcome.completed(rows.get(architecture.text()), Optional.empty());
    }

    public List<Trial> search(SearchStrategy strategy, Problem problem, int trials, long seed) {
        return new Simulation(Toy.space(), problem, this::outcome).run(strategy, trials, 1, seed);
    }

    /** Mean over seeds of the best accuracy found. */
    public double meanBest(SearchStrategy strategy, int trials, int seeds) {
        return Arrays.stream(best(strategy, trials, seeds)).average().orElseThrow();
    }

    /** The best accuracy found, for each seed from 0 on. */
    public double[] best(SearchStrategy strategy, int trials, int seeds) {
        return IntStream.range(0, seeds)
                .mapToDouble(seed -> Toy.best(search(strategy, Toy.ONE, trials, seed)))
                .toArray();
    }
}
