package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Costs;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SearchBench.DraftBuilder;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/** Hard limits on two devices and on the parameters at once, on a table whose exact constrained optimum is known. */
class SeveralLimitsTest {

    private static final PluginSpec CELLS = new PluginSpec("nas-bench-201", Map.of("nodes", 3, "channels", 4));
    private static final MetricKey ACCURACY = MetricKey.of(Metric.ACCURACY);
    private static final double PI = 22;
    private static final double GPU = 3.2;

    private final SearchBench bench = new SearchBench();
    private double parameters;
    private double optimum;

    @BeforeEach
    void addTable() throws IOException {
        SearchSpace space = Spaces.plugins().create(CELLS, Task.of(List.of(3, 32, 32), 10));
        List<Architecture> cells = ((SearchSpace.Enumerable) space).all().toList();
        List<Double> counts = cells.stream()
                .map(cell -> (double) Costs.of(space.decode(cell)).parameters())
                .sorted()
                .toList();
        parameters = counts.get(counts.size() / 2);
        StringBuilder csv = new StringBuilder("architecture,accuracy,latency@pi,latency@gpu\n");
        for (Architecture cell : cells) {
            SplittableRandom random = new SplittableRandom(cell.id().hashCode());
            double size = Costs.of(space.decode(cell)).parameters() / counts.get(counts.size() - 1);
            double accuracy = 0.5 + 0.3 * size + 0.02 * random.nextDouble();
            double pi = 5 + 30 * size + 5 * random.nextDouble();
            double gpu = 1 + 4 * random.nextDouble();
            csv.append("%s,%s,%s,%s%n".formatted(cell, accuracy, pi, gpu));
            if (pi <= PI && gpu <= GPU && Costs.of(space.decode(cell)).parameters() <= parameters) {
                optimum = Math.max(optimum, accuracy);
            }
        }
        bench.addBenchmark("cells", CELLS, csv.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyTrialMeetsThemAllAndTheExactOptimumIsFound(long seed) throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.on = Draft.On.benchmark("cells");
        draft.space = null;
        draft.strategy = PluginSpec.of("gaussian-process");
        draft.seed = seed;
        draft.maxTrials = 60;
        draft.constraints = List.of(
                atMost("latency", "pi", PI), atMost("latency", "gpu", GPU), atMost("parameters", null, parameters));

        Experiment ended = bench.finish(bench.submit.submit(draft.build()).id());

        assertThat(ended.end().map(End::reason))
                .as("also when all that is feasible has been tried")
                .hasValue("MaxTrialsReached");
        List<Trial> found = bench.recorded(ended.id());
        assertThat(found)
                .allMatch(trial -> trial.state().isEvaluated())
                .allMatch(trial -> value(trial, MetricKey.of(Metric.LATENCY, "pi")) <= PI)
                .allMatch(trial -> value(trial, MetricKey.of(Metric.LATENCY, "gpu")) <= GPU)
                .allMatch(trial -> value(trial, MetricKey.of(Metric.PARAMETERS)) <= parameters);
        assertThat(found.stream().mapToDouble(trial -> value(trial, ACCURACY)).max())
                .hasValue(optimum);
    }

    private static double value(Trial trial, MetricKey key) {
        return trial.measurements().value(key).orElseThrow();
    }

    private static Draft.Constraint atMost(String metric, String target, double bound) {
        return new Draft.Constraint(
                metric, Optional.ofNullable(target), OptionalDouble.of(bound), OptionalDouble.empty());
    }
}
