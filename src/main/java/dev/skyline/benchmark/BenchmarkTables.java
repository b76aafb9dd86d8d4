package dev.skyline.benchmark;

import dev.skyline.architecture.Architecture;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.Plugins;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The rows of the benchmarks, read when they are first needed and kept while there is memory. */
public final class BenchmarkTables {

    private final Benchmarks benchmarks;
    private final BenchmarkFiles files;
    private final Plugins<Task, SearchSpace> spaces;
    private final Map<String, SoftReference<BenchmarkTable>> loaded = new ConcurrentHashMap<>();

    public BenchmarkTables(Benchmarks benchmarks, BenchmarkFiles files, Plugins<Task, SearchSpace> spaces) {
        this.benchmarks = benchmarks;
        this.files = files;
        this.spaces = spaces;
    }

    /**
     * Some hundred milliseconds for 30,000 rows at first, then at once.
     *
     * @param hash of its content
     * @throws IllegalArgumentException where there is no such benchmark, or no longer with this content
     */
    public BenchmarkTable table(String name, String hash) {
        SoftReference<BenchmarkTable> known = loaded.get(hash);
        BenchmarkTable kept = known == null ? null : known.get();
        if (kept != null) {
            return kept;
        }
        Benchmark benchmark = benchmarks
                .find(name)
                .filter(found -> found.hash().equals(hash))
                .orElseThrow(() -> new IllegalArgumentException("the benchmark '" + name + "' is gone"));
        Function<String, Architecture> parse = parser(benchmark.searchSpace(), benchmark.input(), benchmark.classes());
        try (InputStream csv = BenchmarkFiles.open(files.path(hash), BenchmarkLimits.DEFAULT)) {
            BenchmarkTable table = new TableReader(BenchmarkLimits.DEFAULT, parse).read(csv);
            loaded.put(hash, new SoftReference<>(table));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException("the rows of benchmark '" + name + "' cannot be read", e);
        }
    }

    /** What makes an architecture of a text, for a search space or {@link Benchmark#ROWS}. */
    Function<String, Architecture> parser(PluginSpec space, List<Integer> input, int classes) {
        return space.type().equals(Benchmark.ROWS)
                ? Architecture::of
                : spaces.create(space, Task.of(input, classes))::parse;
    }

    Plugins<Task, SearchSpace> spaces() {
        return spaces;
    }
}
