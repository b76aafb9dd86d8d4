package dev.skyline.benchmark;

import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.UnknownPlugin;
import dev.skyline.space.Task;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a benchmark of an uploaded table: all of it, or nothing that stays. */
public final class ImportBenchmark {

    private final Benchmarks benchmarks;
    private final BenchmarkFiles files;
    private final BenchmarkTables tables;
    private final BenchmarkLimits limits;
    private final Clock clock;

    /**
     * What a user sends to be made a benchmark.
     *
     * @param file CSV, gzipped or not; it is only read
     * @param space the search space of its architectures, or {@link Benchmark#ROWS}
     * @param input shape of a sample
     */
    public record Upload(String name, Path file, PluginSpec space, List<Integer> input, int classes) {

        public Upload {
            input = List.copyOf(input);
        }
    }

    public ImportBenchmark(
            Benchmarks benchmarks, BenchmarkFiles files, BenchmarkTables tables, BenchmarkLimits limits, Clock clock) {
        this.benchmarks = benchmarks;
        this.files = files;
        this.tables = tables;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The benchmark; the one that is there, where it has this name and content. A second or two for 100,000 rows.
     *
     * @throws InvalidBenchmark with what is wrong, and where
     * @throws BenchmarkExists where there is another of this name
     */
    public Benchmark run(Upload upload) throws IOException {
        if (!Benchmark.isName(upload.name())) {
            throw InvalidBenchmark.field("name", "must have " + Benchmark.NAME_RULE);
        }
        PluginSpec space = space(upload);
        MessageDigest digest = sha256();
        digest.update((space.type() + new TreeMap<>(space.settings()) + upload.input() + upload.classes() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        BenchmarkTable table;
        try (InputStream csv = new DigestInputStream(BenchmarkFiles.open(upload.file(), limits), digest)) {
            table = new TableReader(limits, tables.parser(space, upload.input(), upload.classes())).read(csv);
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        return add(upload, describe(upload, space, hash, table));
    }

    private PluginSpec space(Upload upload) {
        PluginSpec given = upload.space();
        requireTask("classes", List.of(1), upload.classes());
        requireTask("input", upload.input(), upload.classes());
        if (given.type().equals(Benchmark.ROWS)) {
            if (!given.settings().isEmpty()) {
                throw InvalidBenchmark.field("settings", "rows has no settings");
            }
            return given;
        }
        try {
            PluginSpec complete = tables.spaces().complete(given);
            tables.parser(complete, upload.input(), upload.classes());
            return complete;
        } catch (UnknownPlugin e) {
            throw InvalidBenchmark.field("space", e.getMessage() + ", " + Benchmark.ROWS);
        } catch (InvalidSettings e) {
            InvalidSettings.Violation first = e.violations().get(0);
            throw InvalidBenchmark.field(
                    first.field().isEmpty() ? "settings" : "settings." + first.field(), first.message());
        }
    }

    private static void requireTask(String field, List<Integer> input, int classes) {
        try {
            Task.asked(input, classes);
        } catch (IllegalArgumentException e) {
            throw InvalidBenchmark.field(field, e.getMessage());
        }
    }

    private Benchmark describe(Upload upload, PluginSpec space, String hash, BenchmarkTable table) {
        List<MetricKey> columns = table.columns();
        return new Benchmark(
                upload.name(),
                hash,
                space,
                upload.input(),
                upload.classes(),
                columns,
                table.epochs(),
                table.rows(),
                table.architectures().size(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Benchmark add(Upload upload, Benchmark benchmark) throws IOException {
        // Held by deletions too: else the file could go just as it comes to be shared.
        synchronized (files) {
            Optional<Benchmark> existing = benchmarks.find(benchmark.name());
            if (existing.isPresent() && existing.get().hash().equals(benchmark.hash())) {
                restore(upload, benchmark.hash());
                return existing.get();
            }
            if (existing.isPresent()) {
                throw new BenchmarkExists(benchmark.name());
            }
            boolean isNew = restore(upload, benchmark.hash());
            if (!benchmarks.add(benchmark)) {
                if (isNew) {
                    files.delete(benchmark.hash());
                }
                throw new BenchmarkExists(benchmark.name());
            }
            return benchmark;
        }
    }

    private boolean restore(Upload upload, String hash) throws IOException {
        boolean isNew = !files.contains(hash);
        if (isNew) {
            files.store(upload.file(), hash);
        }
        return isNew;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
