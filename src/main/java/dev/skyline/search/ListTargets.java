package dev.skyline.search;

import dev.skyline.benchmark.Benchmark;
import dev.skyline.benchmark.Benchmarks;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.plugin.PluginSpec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All hardware targets that there are: the service's own, and the devices that benchmarks have columns for. These are of
 * kind {@value #KIND}, come and go with their benchmark, and serve experiments on it alone; one that has the name of an own
 * target is not shown.
 */
public final class ListTargets {

    /** Kind of the devices of benchmarks. */
    public static final String KIND = "table";

    /** Setting of theirs that names the benchmark, or the benchmarks, separated by commas. */
    public static final String BENCHMARK = "benchmark";

    private final HardwareTargets targets;
    private final Benchmarks benchmarks;

    public ListTargets(HardwareTargets targets, Benchmarks benchmarks) {
        this.targets = targets;
        this.benchmarks = benchmarks;
    }

    /** All, by name. */
    public List<HardwareTargetSpec> all() {
        Map<String, HardwareTargetSpec> all = new TreeMap<>();
        benchmarks
                .list()
                .forEach(benchmark -> benchmark
                        .targets()
                        .forEach(name -> all.merge(name, device(name, benchmark), ListTargets::both)));
        targets.list().forEach(target -> all.put(target.name(), target));
        return List.copyOf(all.values());
    }

    public Optional<HardwareTargetSpec> find(String name) {
        return targets.find(name)
                .or(() -> all().stream()
                        .filter(target -> target.name().equals(name))
                        .findFirst());
    }

    /**
     * @throws TargetConflict where a benchmark brings this one along: it goes with it
     */
    public void refuseColumn(String name) {
        find(name).map(target -> target.model().settings().get(BENCHMARK)).ifPresent(benchmark -> {
            throw new TargetConflict("'" + name + "' is a column of the benchmark " + benchmark + " and goes with it");
        });
    }

    private static HardwareTargetSpec device(String name, Benchmark benchmark) {
        return new HardwareTargetSpec(
                name,
                new PluginSpec(KIND, Map.of(BENCHMARK, benchmark.name())),
                "A column of the benchmark " + benchmark.name(),
                benchmark.createdAt());
    }

    private static HardwareTargetSpec both(HardwareTargetSpec one, HardwareTargetSpec other) {
        String names = one.model().settings().get(BENCHMARK) + ", "
                + other.model().settings().get(BENCHMARK);
        return new HardwareTargetSpec(
                one.name(),
                new PluginSpec(KIND, Map.of(BENCHMARK, names)),
                "A column of the benchmarks " + names,
                one.createdAt());
    }
}
