package dev.skyline.benchmark;

import dev.skyline.plugin.PluginSpec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The benchmark that comes with Skyline, made by its own trainings: 125 cells on the digits, at 1, 3 and 10 epochs. It takes
 * the same way as an upload; the README beside the table tells how it was made.
 */
public final class BundledBenchmark {

    public static final String NAME = "digits-cells";

    private static final String RESOURCE = "/dev/skyline/benchmark/digits-cells/digits-cells-125.csv.gz";
    private static final PluginSpec SPACE =
            new PluginSpec("nas-bench-201", Map.of("cells", 1, "channels", 4, "nodes", 3));
    private static final List<Integer> INPUT = List.of(1, 8, 8);
    private static final int CLASSES = 10;

    private final Benchmarks benchmarks;
    private final BenchmarkFiles files;
    private final ImportBenchmark imports;

    public BundledBenchmark(Benchmarks benchmarks, BenchmarkFiles files, ImportBenchmark imports) {
        this.benchmarks = benchmarks;
        this.files = files;
        this.imports = imports;
    }

    /** The benchmark of this name; imported where it or its file is not there. */
    public Benchmark benchmark() throws IOException {
        Optional<Benchmark> existing = benchmarks.find(NAME);
        if (existing.isPresent() && files.contains(existing.get().hash())) {
            return existing.get();
        }
        Path copy = Files.createTempFile(NAME, ".csv.gz");
        try (InputStream table =
                Objects.requireNonNull(BundledBenchmark.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Files.copy(table, copy, StandardCopyOption.REPLACE_EXISTING);
            return imports.run(new ImportBenchmark.Upload(NAME, copy, SPACE, INPUT, CLASSES));
        } finally {
            Files.delete(copy);
        }
    }
}
