package dev.skyline.strategy;

import dev.skyline.Benchmarks;
import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.GrowingHypervolume;
import dev.skyline.metric.Hypervolume;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.network.Shape;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A published table in which searches know all costs before a trial, as they do in an experiment. Each row is an
 * architecture of its own.
 */
public record PublishedTable(SearchSpace space, Map<String, Measurements> rows) {

    /** NAS-Bench-201, CIFAR-10, 200 epochs. Skips the test where the table is missing. */
    public static PublishedTable nb201() throws IOException {
        return of(Toy.space(), "nb201-cifar10.csv.gz", "200");
    }

    /** NAS-Bench-Macro, CIFAR-10. Skips the test where the table is missing. */
    public static PublishedTable macro() throws IOException {
        Task task = new Task(Shape.image(3, 32, 32), 10);
        return of(Spaces.plugins().create(PluginSpec.of("nas-bench-macro"), task), "nb-macro-cifar10.csv.gz", "50");
    }

    private static PublishedTable of(SearchSpace space, String file, String epochs) throws IOException {
        Map<String, Measurements> rows = new HashMap<>();
        for (Map<String, String> row : Benchmarks.rows(file)) {
            if (row.get("epochs").equals(epochs)) {
                rows.put(
                        row.get("architecture"),
                        Measurements.of(row.keySet().stream()
                                .filter(name -> !name.equals("architecture") && !name.equals("epochs"))
                                .map(name -> Measurement.of(
                                        MetricKey.parse(name), Double.parseDouble(row.get(name)), Source.TABLE))
                                .toList()));
            }
        }
        return new PublishedTable(space, rows);
    }

    /** Accuracy under bounds such as {@code latency@eyeriss<=5}, separated by blanks. */
    public static Problem accuracyUnder(String bounds) {
        return new Problem(
                List.of(Objective.of(Toy.ACCURACY)),
                Stream.of(bounds.split(" "))
                        .map(bound -> bound.split("<="))
                        .map(bound -> Constraint.atMost(MetricKey.parse(bound[0]), Double.parseDouble(bound[1])))
                        .toList());
    }

    public static Problem accuracyAnd(String cost) {
        return new Problem(List.of(Objective.of(Toy.ACCURACY), Objective.of(MetricKey.parse(cost))), List.of());
    }

    public SearchStrategy strategy(PluginSpec strategy, Problem problem) {
        return strategy(strategy, problem, costs(problem));
    }

    SearchStrategy strategy(PluginSpec strategy, Problem problem, Known known) {
        return Strategies.plugins()
                .create(strategy, new StrategyContext(space, problem, Fidelity.epochs(1), known, Identity.TEXT));
    }

    private Known costs(Problem problem) {
        Set<MetricKey> costs = problem.keys()
                .filter(key -> key.metric().known() != Metric.Known.AFTER_TRAINING)
                .collect(Collectors.toSet());
        return architecture -> Optional.of(row(architecture).only(costs::contains));
    }

    public Simulation simulation(Problem problem) {
        return new Simulation(
                space, problem, architecture -> TrialOutcome.completed(row(architecture), Optional.empty()));
    }

    public Measurements row(Architecture architecture) {
        return rows.get(architecture.text());
    }

    /**
     * How many trials each search takes to dominate a share of the hypervolume of the exact front, or one more than
     * {@code most}; for each seed from 0 on. From the worst value of each objective, so with both scaled from least to
     * greatest it is the hypervolume up to (1, 1).
     */
    public int[] trialsToShare(PluginSpec id, Problem problem, double share, int most, int seeds) {
        ExactFront front = exactFront(problem);
        return trials(id, problem, most, seeds, () -> {
            GrowingHypervolume volume = new GrowingHypervolume(front.worst());
            return row -> volume.add(problem.score(row).orElseThrow().objectives()) >= share * front.hypervolume();
        });
    }

    /** @param worst of each objective, from which the hypervolume is reckoned */
    record ExactFront(double[] worst, double hypervolume) {}

    /** O(n log n) in the rows, for two objectives. */
    ExactFront exactFront(Problem problem) {
        List<double[]> all = rows.values().stream()
                .map(row -> problem.score(row).orElseThrow().objectives())
                .toList();
        double[] worst = IntStream.range(0, problem.objectives().size())
                .mapToDouble(i -> all.stream().mapToDouble(row -> row[i]).max().orElseThrow())
                .toArray();
        return new ExactFront(worst, Hypervolume.of(all, worst));
    }

    /** The best accuracy of all rows that meet the constraints. */
    public double optimum(Problem problem) {
        return rows.values().stream()
                .filter(row -> problem.broken(row).isEmpty())
                .mapToDouble(row -> row.value(Toy.ACCURACY).orElseThrow())
                .max()
                .orElseThrow();
    }

    /** How many trials each search takes to find that, or one more than {@code most}; for each seed from 0 on. */
    public int[] trialsToOptimum(PluginSpec id, Problem problem, int most, int seeds) {
        double optimum = optimum(problem);
        return trials(
                id, problem, most, seeds, () -> row -> row.value(Toy.ACCURACY).orElseThrow() == optimum);
    }

    /** No trial may break a constraint. */
    private int[] trials(PluginSpec id, Problem problem, int most, int seeds, Supplier<Predicate<Measurements>> goals) {
        SearchStrategy strategy = strategy(id, problem);
        int[] trials = new int[seeds];
        Arrays.setAll(trials, seed -> {
            Simulation simulation = simulation(problem);
            Predicate<Measurements> goal = goals.get();
            for (int n = 1; n <= most; n++) {
                Measurements row = row(simulation.propose(strategy, seed).architecture());
                assertThat(problem.broken(row))
                        .as("trial %d of seed %d", n, seed)
                        .isEmpty();
                if (goal.test(row)) {
                    return n;
                }
                simulation.finishFirst();
            }
            return most + 1;
        });
        return trials;
    }
}
