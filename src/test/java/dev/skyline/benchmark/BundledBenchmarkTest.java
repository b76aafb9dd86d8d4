package dev.skyline.benchmark;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Costs;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class BundledBenchmarkTest {

    private static final MetricKey ACCURACY = MetricKey.of(Metric.ACCURACY);

    @TempDir
    private Path data;

    private final InMemoryBenchmarks benchmarks = new InMemoryBenchmarks();
    private BundledBenchmark bundled;
    private Benchmark benchmark;
    private BenchmarkTable table;
    private SearchSpace.Enumerable space;

    @BeforeEach
    void load() throws IOException {
        BenchmarkFiles files = new BenchmarkFiles(data);
        BenchmarkTables tables = new BenchmarkTables(benchmarks, files, Spaces.plugins());
        bundled = new BundledBenchmark(
                benchmarks,
                files,
                new ImportBenchmark(benchmarks, files, tables, BenchmarkLimits.DEFAULT, Clock.systemUTC()));
        benchmark = bundled.benchmark();
        table = tables.table(benchmark.name(), benchmark.hash());
        space = (SearchSpace.Enumerable)
                Spaces.plugins().create(benchmark.searchSpace(), Task.of(benchmark.input(), benchmark.classes()));
    }

    @Test
    void everyCellHasARowForEachNumberOfEpochs() {
        assertThat(benchmark.name()).isEqualTo("digits-cells");
        assertThat(benchmark.epochs()).containsExactly(1, 3, 10);
        assertThat(benchmark.rows()).isEqualTo(375);
        assertThat(benchmark.targets()).containsExactly("host");
        assertThat(table.architectures())
                .containsExactlyInAnyOrderElementsOf(space.all().toList());
    }

    @Test
    void costsInTheTableAreThoseOfTheNetworks() {
        for (Architecture cell : table.architectures()) {
            Costs costs = Costs.of(space.decode(cell));
            Measurements row = table.find(cell, 10).orElseThrow();
            assertThat(row.value(MetricKey.of(Metric.PARAMETERS))).hasValue(costs.parameters());
            assertThat(row.value(MetricKey.of(Metric.MACS))).hasValue(costs.macs());
        }
    }

    @Test
    void longerTrainingsAreBetterAndCellsThatReachNoInputGuess() {
        List<Architecture> cells = table.architectures();
        assertThat(mean(cells, 1)).isLessThan(mean(cells, 3));
        assertThat(mean(cells, 3)).isLessThan(mean(cells, 10));
        assertThat(accuracy(table.architecture("|none~0|+|none~0|none~1|").orElseThrow(), 10))
                .isBetween(0.05, 0.15);
        assertThat(cells.stream().mapToDouble(cell -> accuracy(cell, 10)).max().orElseThrow())
                .isGreaterThan(0.97);
    }

    @Test
    void itIsThereOnceHoweverOftenItIsAskedFor() throws IOException {
        assertThat(bundled.benchmark()).isEqualTo(benchmark);
        assertThat(benchmarks.list()).containsExactly(benchmark);
    }

    private double mean(List<Architecture> cells, int epochs) {
        return cells.stream()
                .mapToDouble(cell -> accuracy(cell, epochs))
                .average()
                .orElseThrow();
    }

    private double accuracy(Architecture cell, int epochs) {
        return table.find(cell, epochs).orElseThrow().value(ACCURACY).orElseThrow();
    }
}
