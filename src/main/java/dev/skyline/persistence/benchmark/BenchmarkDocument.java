package dev.skyline.persistence.benchmark;

import dev.skyline.benchmark.Benchmark;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;

import java.time.Instant;
import java.util.List;

/** What is in a benchmark, as it is stored. */
record BenchmarkDocument(
        PluginSpec searchSpace,
        List<Integer> input,
        int classes,
        List<String> columns,
        List<Integer> epochs,
        int rows,
        int architectures) {

    static BenchmarkDocument of(Benchmark benchmark) {
        return new BenchmarkDocument(
                benchmark.searchSpace(),
                benchmark.input(),
                benchmark.classes(),
                benchmark.columns().stream().map(MetricKey::toString).toList(),
                benchmark.epochs(),
                benchmark.rows(),
                benchmark.architectures());
    }

    Benchmark toBenchmark(String name, String hash, Instant createdAt) {
        return new Benchmark(
                name,
                hash,
                searchSpace,
                input,
                classes,
                columns.stream().map(MetricKey::parse).toList(),
                epochs,
                rows,
                architectures,
                createdAt);
    }
}
