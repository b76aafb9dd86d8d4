package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.benchmark.Benchmark;
import dev.skyline.benchmark.BenchmarkTable;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;

import java.util.List;

/** The latency columns of a benchmark; of several rows of an architecture, the one of the most epochs counts. */
record BenchmarkLatencies(Benchmark benchmark, BenchmarkTable table) implements LatencySource {

    static final String SETTING = "benchmark";

    @Override
    public String setting() {
        return SETTING;
    }

    @Override
    public String title() {
        return "benchmark '" + benchmark.name() + "'";
    }

    @Override
    public PluginSpec space() {
        return benchmark.searchSpace();
    }

    @Override
    public List<Integer> input() {
        return benchmark.input();
    }

    @Override
    public int classes() {
        return benchmark.classes();
    }

    @Override
    public List<String> devices() {
        return devices(benchmark);
    }

    static List<String> devices(Benchmark benchmark) {
        return benchmark.columns().stream()
                .filter(key -> key.metric() == Metric.LATENCY)
                .flatMap(key -> key.target().stream())
                .toList();
    }

    @Override
    public List<String> measured(String device) {
        return table.architectures().stream().map(Architecture::text).toList();
    }

    @Override
    public double latency(String architecture, String device) {
        return table.architecture(architecture)
                .flatMap(known -> table.find(known, Integer.MAX_VALUE))
                .map(row -> row.value(MetricKey.of(Metric.LATENCY, device)).orElse(Double.NaN))
                .orElse(Double.NaN);
    }
}
