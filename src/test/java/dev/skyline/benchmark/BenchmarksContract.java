package dev.skyline.benchmark;

import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What every implementation of {@link Benchmarks} does. */
public abstract class BenchmarksContract {

    /** Empty, for each test. */
    protected abstract Benchmarks benchmarks();

    private static Benchmark benchmark(String name, int rows) {
        return new Benchmark(
                name,
                "0a".repeat(32),
                new PluginSpec("nas-bench-201", Map.of("cells", 5, "channels", 16)),
                List.of(3, 32, 32),
                10,
                List.of(MetricKey.of(Metric.ACCURACY), MetricKey.of(Metric.LATENCY, "raspi4")),
                List.of(12, 200),
                rows,
                15,
                Instant.parse("2026-03-04T05:06:07.891234Z"));
    }

    @Test
    void whatIsAddedIsFoundAsItWas() {
        Benchmark added = benchmark("cells", 30);
        assertThat(benchmarks().add(added)).isTrue();
        assertThat(benchmarks().find("cells")).contains(added);
        assertThat(benchmarks().find("others")).isEmpty();
    }

    @Test
    void theListIsInOrderOfNames() {
        for (String name : List.of("c", "a", "b")) {
            benchmarks().add(benchmark(name, 30));
        }
        assertThat(benchmarks().list()).extracting(Benchmark::name).containsExactly("a", "b", "c");
    }

    @Test
    void aNameIsTakenOnceAndTheFirstStays() {
        Benchmark first = benchmark("cells", 30);
        benchmarks().add(first);
        assertThat(benchmarks().add(benchmark("cells", 45))).isFalse();
        assertThat(benchmarks().list()).containsExactly(first);
    }

    @Test
    void aDeletedOneIsGoneAndItsNameIsFree() {
        benchmarks().add(benchmark("cells", 30));
        benchmarks().delete("cells");
        benchmarks().delete("cells");
        assertThat(benchmarks().list()).isEmpty();
        assertThat(benchmarks().add(benchmark("cells", 45))).isTrue();
    }
}
