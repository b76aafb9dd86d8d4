package dev.skyline.benchmark;

import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.Spaces;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The published tables, where they are at hand. */
@Tag("figures")
class RealTablesTest {

    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({
        "nb201-cifar10.csv.gz, nas-bench-201, 31250, 15625",
        "nb-macro-cifar10.csv.gz, nas-bench-macro, 6561, 6561",
        "nb101-30k.csv.gz, nas-bench-101, 120004, 30001",
        "nb101-30k.csv.gz, rows, 120004, 30001"
    })
    void aHundredThousandRowsAreReadWithinSeconds(String file, String space, int rows, int architectures)
            throws IOException {
        Path table = dev.skyline.Benchmarks.path(file);
        InMemoryBenchmarks benchmarks = new InMemoryBenchmarks();
        BenchmarkFiles files = new BenchmarkFiles(data);
        BenchmarkTables tables = new BenchmarkTables(benchmarks, files, Spaces.plugins());
        long begin = System.nanoTime();
        Benchmark read = new ImportBenchmark(benchmarks, files, tables, BenchmarkLimits.DEFAULT, Clock.systemUTC())
                .run(new ImportBenchmark.Upload("table", table, PluginSpec.of(space), List.of(3, 32, 32), 10));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        assertThat(read.rows()).isEqualTo(rows);
        assertThat(read.architectures()).isEqualTo(architectures);
    }
}
