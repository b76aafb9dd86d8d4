package dev.skyline.search;

import dev.skyline.benchmark.Benchmark;
import dev.skyline.benchmark.BenchmarkTables;
import dev.skyline.benchmark.Benchmarks;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trials;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.ValidNames;

import java.util.Optional;
import java.util.UUID;

/** Where a target's data can come from without a file. */
public final class LatencySources {

    private final Benchmarks benchmarks;
    private final BenchmarkTables tables;
    private final Experiments experiments;
    private final Trials trials;

    public LatencySources(Benchmarks benchmarks, BenchmarkTables tables, Experiments experiments, Trials trials) {
        this.benchmarks = benchmarks;
        this.tables = tables;
        this.experiments = experiments;
        this.trials = trials;
    }

    /**
     * What two settings of a target name, of which at most one is not empty; empty where both are.
     *
     * @throws InvalidSettings where both are given, or there is no such thing
     */
    Optional<LatencySource> find(String benchmark, String experiment) {
        if (!benchmark.isEmpty() && !experiment.isEmpty()) {
            throw new InvalidSettings(
                    ExperimentLatencies.SETTING, "cannot stand beside 'benchmark': a target is made of one of them");
        }
        if (!benchmark.isEmpty()) {
            return Optional.of(benchmark(benchmark));
        }
        return experiment.isEmpty() ? Optional.empty() : Optional.of(experiment(experiment));
    }

    private LatencySource benchmark(String name) {
        Benchmark benchmark = benchmarks
                .find(name)
                .orElseThrow(() -> new InvalidSettings(
                        BenchmarkLatencies.SETTING,
                        "there is no benchmark '" + name + "'"
                                + ValidNames.of(benchmarks.list().stream()
                                        .filter(each -> !BenchmarkLatencies.devices(each)
                                                .isEmpty())
                                        .map(Benchmark::name)
                                        .toList())));
        return new BenchmarkLatencies(benchmark, tables.table(benchmark.name(), benchmark.hash()));
    }

    private LatencySource experiment(String id) {
        return parsed(id)
                .flatMap(experiments::find)
                .map(found -> ExperimentLatencies.of(found, trials.recordedAfter(found.id(), 0)))
                .orElseThrow(
                        () -> new InvalidSettings(ExperimentLatencies.SETTING, "there is no experiment '" + id + "'"));
    }

    private static Optional<ExperimentId> parsed(String id) {
        try {
            return Optional.of(new ExperimentId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
