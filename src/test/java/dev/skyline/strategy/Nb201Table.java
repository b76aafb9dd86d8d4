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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** NAS-Bench-201 on CIFAR-10 after 200 epochs, where the published table is at hand. */
public record Nb201Table(Map<String, Double> accuracies, Map<String, Double> latencies) {

    public static final MetricKey LATENCY = MetricKey.of(Metric.LATENCY, "1080ti_1");

    /** Skips the test where the table is missing. */
    public static Nb201Table load() throws IOException {
        Map<String, Double> accuracies = new HashMap<>();
        Map<String, Double> latencies = new HashMap<>();
        for (Map<String, String> row : Benchmarks.rows("nb201-cifar10.csv.gz")) {
            if (row.get("epochs").equals("200")) {
                accuracies.put(row.get("architecture"), Double.valueOf(row.get("accuracy")));
                latencies.put(row.get("architecture"), Double.valueOf(row.get("latency@1080ti_1")));
            }
        }
        return new Nb201Table(accuracies, latencies);
    }

    public TrialOutcome outcome(Architecture architecture) {
        return TrialOutcome.completed(
                Measurements.of(
                        Measurement.of(Toy.ACCURACY, accuracies.get(architecture.text()), Source.TABLE),
                        Measurement.of(LATENCY, latencies.get(architecture.text()), Source.TABLE)),
                Optional.empty());
    }

    public List<Trial> search(SearchStrategy strategy, Problem problem, int trials, long seed) {
        return new Simulation(Toy.space(), problem, this::outcome).run(strategy, trials, 1, seed);
    }

    /** Mean over seeds of the best accuracy found. */
    public double meanBest(SearchStrategy strategy, int trials, int seeds) {
        double sum = 0;
        for (int seed = 0; seed < seeds; seed++) {
            sum += Toy.best(search(strategy, Toy.ONE, trials, seed));
        }
        return sum / seeds;
    }
}
