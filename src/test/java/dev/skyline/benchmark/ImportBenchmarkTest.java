package dev.skyline.benchmark;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ImportBenchmarkTest {

    private static final PluginSpec CELLS = new PluginSpec("nas-bench-201", Map.of("nodes", 3));
    private static final PluginSpec ROWS = PluginSpec.of(Benchmark.ROWS);
    private static final String HEADER = "architecture,epochs,accuracy,parameters,latency@raspi4\n";
    private static final String A = "|none~0|+|skip_connect~0|none~1|";
    private static final String B = "|none~0|+|skip_connect~0|skip_connect~1|";

    @TempDir
    private Path data;

    private final Benchmarks benchmarks = new InMemoryBenchmarks();
    private BenchmarkFiles files;
    private BenchmarkTables tables;

    @BeforeEach
    void open() throws IOException {
        files = new BenchmarkFiles(data);
        tables = new BenchmarkTables(benchmarks, files, Spaces.plugins());
    }

    private Benchmark upload(String name, PluginSpec space, byte[] file, BenchmarkLimits limits) throws IOException {
        Path path = Files.write(data.resolve("upload"), file);
        return new ImportBenchmark(benchmarks, files, tables, limits, Clock.systemUTC())
                .run(new ImportBenchmark.Upload(name, path, space, List.of(3, 32, 32), 10));
    }

    private Benchmark upload(PluginSpec space, String csv) throws IOException {
        return upload("cells", space, csv.getBytes(StandardCharsets.UTF_8), BenchmarkLimits.DEFAULT);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private InvalidBenchmark refused(PluginSpec space, String csv) {
        InvalidBenchmark refusal = catchThrowableOfType(InvalidBenchmark.class, () -> upload(space, csv));
        assertThat(refusal).as(csv).isNotNull();
        assertNothingIsLeft();
        return refusal;
    }

    private void assertNothingIsLeft() {
        assertThat(benchmarks.list()).isEmpty();
        try (Stream<Path> left = Files.list(data.resolve("benchmarks"))) {
            assertThat(left).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTableSaysWhatItHolds() throws IOException {
        Benchmark read = upload(CELLS, HEADER + A + ",1,0.5,10,2.5\n" + A + ",9,0.75,10,2.5\n" + B + ",9,0.5,20,3\n");
        assertThat(read.searchSpace().settings())
                .containsEntry("nodes", 3)
                .containsEntry("cells", 1)
                .containsKey("channels");
        assertThat(read.columns())
                .containsExactly(
                        MetricKey.of(Metric.ACCURACY),
                        MetricKey.of(Metric.PARAMETERS),
                        MetricKey.of(Metric.LATENCY, "raspi4"));
        assertThat(read.targets()).containsExactly("raspi4");
        assertThat(read.epochs()).containsExactly(1, 9);
        assertThat(read.rows()).isEqualTo(3);
        assertThat(read.architectures()).isEqualTo(2);
        assertThat(benchmarks.find("cells")).contains(read);
    }

    @Test
    void valuesAreFoundAsTheyStoodByArchitectureAndEpochs() throws IOException {
        Benchmark read =
                upload(CELLS, HEADER + A + ",9,0.75,10,2.5\n" + B + ",9,0.5,20,3\n" + A + ",1,0.1234567890123,10,2\n");
        BenchmarkTable table = tables.table("cells", read.hash());
        Architecture a = table.architecture(A).orElseThrow();
        assertThat(accuracy(table.find(a, 9).orElseThrow())).isEqualTo(0.75);
        assertThat(accuracy(table.find(a, 1).orElseThrow())).isEqualTo(0.1234567890123);
        assertThat(accuracy(table.find(a, 8).orElseThrow()))
                .as("the last row before")
                .isEqualTo(0.1234567890123);
        assertThat(accuracy(table.find(a, 100).orElseThrow())).isEqualTo(0.75);
        assertThat(table.find(table.architecture(B).orElseThrow(), 1).orElseThrow())
                .as("the first row, where all are later; and every value is one of a table")
                .allMatch(measurement -> measurement.source() == Source.TABLE)
                .hasSize(3);
        Architecture other = Spaces.plugins()
                .create(CELLS, Task.of(List.of(3, 32, 32), 10))
                .parse("|nor_conv_3x3~0|+|none~0|none~1|");
        assertThat(table.find(other, 9)).isEmpty();
    }

    @Test
    void anIsomorphicArchitectureIsFoundWhereItsOwnTextHasNoRow() throws IOException {
        Benchmark read = upload(CELLS, "architecture,accuracy\n|skip_connect~0|+|none~0|skip_connect~1|,0.5\n");
        Architecture same = Spaces.plugins()
                .create(CELLS, Task.of(List.of(3, 32, 32), 10))
                .parse("|none~0|+|skip_connect~0|none~1|");
        Architecture row = tables.table("cells", read.hash()).architectures().get(0);
        assertThat(row.text()).isNotEqualTo(same.text());
        assertThat(row.id()).isEqualTo(same.id());
        assertThat(tables.table("cells", read.hash()).find(same, 1)).isPresent();
    }

    private static double accuracy(Measurements measurements) {
        return measurements.value(MetricKey.of(Metric.ACCURACY)).orElseThrow();
    }

    @Test
    void gzipByteOrderMarkCarriageReturnsQuotesAndEmptyLinesAreUnderstood() throws IOException {
        String csv = "\uFEFFarchitecture,accuracy\r\n\r\n\"a, \"\"b\"\"\",0.5\r\nc,1e-1";
        Benchmark read = upload("cells", ROWS, gzip(csv.getBytes(StandardCharsets.UTF_8)), BenchmarkLimits.DEFAULT);
        BenchmarkTable table = tables.table("cells", read.hash());
        assertThat(table.architectures()).extracting(Object::toString).containsExactly("a, \"b\"", "c");
        assertThat(accuracy(table.find(table.architectures().get(1), 1).orElseThrow()))
                .isEqualTo(0.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "architecture,accuracy|a,NaN;line 2, column 'accuracy': 'NaN' is no finite number",
                "architecture,accuracy|a,0.5|b,1e999;line 3, column 'accuracy': '1e999' is no finite number",
                "architecture,accuracy|a,;line 2, column 'accuracy': '' is no finite number",
                "architecture,accuracy|a,0x1p1;line 2, column 'accuracy': '0x1p1' is no finite number",
                "architecture,accuracy|a,93.4;line 2, column 'accuracy': 93.4 is no ratio from 0 to 1",
                "architecture,latency@pi|a,-1;line 2, column 'latency@pi': -1 is negative",
                "architecture,accuracy|a,0.5|a,0.6;line 3, column 'architecture': 'a' stands twice",
                "architecture,epochs,accuracy|a,3,0.5|a,3,0.6;line 3, column 'architecture': 'a' stands twice for 3 epochs",
                "architecture,epochs,accuracy|a,0,0.5;line 2, column 'epochs': '0' is no number of epochs",
                "architecture,epochs,accuracy|a,1.5,0.5;line 2, column 'epochs': '1.5' is no number of epochs",
                "architecture,accuracy|,0.5;line 2, column 'architecture'",
                "architecture,accuracy|a;line 2: has 1 values, but the header names 2 columns",
                "architecture,accuracy|a,0.5,3;line 2: has 3 values",
                "architecture,accuracy|\"a,0.5;line 2: a quoted value does not end",
                "architecture,acuracy|a,0.5;line 1, column 'acuracy': there is no metric 'acuracy'; valid are architecture",
                "architecture,latency|a,0.5;line 1, column 'latency': latency needs a hardware target",
                "architecture,accuracy@pi|a,0.5;line 1, column 'accuracy@pi': accuracy belongs to no hardware target",
                "architecture,latency@My Pi|a,0.5;line 1, column 'latency@My Pi'",
                "architecture,accuracy,accuracy|a,0.5,0.5;line 1, column 'accuracy': stands twice",
                "name,accuracy|a,0.5;line 1",
                "accuracy|0.5;line 1: there is no column 'architecture'",
                "architecture|a;line 1: has 0 columns of metrics",
                "architecture,accuracy;there is no row",
            })
    void aFaultIsNamedByLineAndColumnAndNothingIsLeft(String lines, String message) {
        assertThat(refused(ROWS, lines.replace('|', '\n')))
                .hasMessageContaining(message)
                .extracting(InvalidBenchmark::field)
                .isEqualTo("file");
    }

    @Test
    void anArchitectureMustBeOfTheSpace() {
        assertThat(refused(CELLS, HEADER + A + ",1,0.5,10,1\n|swish~0|+|none~0|none~1|,1,0.5,10,1\n"))
                .hasMessageStartingWith("line 3, column 'architecture': there is no operation 'swish'");
        assertThat(refused(CELLS, HEADER + "|none~0|,1,0.5,10,1\n"))
                .hasMessageContaining("is no cell; it reads |op~0|+|op~0|op~1|");
    }

    @Test
    void theSpaceMustBeOneOfThoseThatThereAreWithRightSettings() {
        assertThat(refused(PluginSpec.of("hyperspace"), HEADER))
                .hasMessageContaining("nas-bench-201")
                .hasMessageEndingWith("rows")
                .extracting(InvalidBenchmark::field)
                .isEqualTo("space");
        assertThat(refused(new PluginSpec("nas-bench-201", Map.of("nodes", 99)), HEADER))
                .hasMessageContaining("must lie in [3, 5]")
                .extracting(InvalidBenchmark::field)
                .isEqualTo("settings.nodes");
        assertThat(refused(new PluginSpec(Benchmark.ROWS, Map.of("nodes", 3)), HEADER)
                        .field())
                .isEqualTo("settings");
    }

    @Test
    void whatIsEmptyNoTextTooLargeOrDamagedIsRefused() throws IOException {
        assertThat(refused(ROWS, "")).hasMessageContaining("empty");
        byte[] binary = {'a', (byte) 0xff, (byte) 0xfe};
        assertRefused(binary, BenchmarkLimits.DEFAULT, "UTF-8");
        byte[] bomb = gzip(new byte[10_000_000]);
        assertRefused(bomb, new BenchmarkLimits(1_000_000, 10, 10_000_000, 5), "unpacks to more than 1000000 bytes");
        assertRefused(bomb, BenchmarkLimits.DEFAULT, "line 1: has more than 20000 characters");
        byte[] table = gzip((HEADER + A + ",1,0.5,10,2.5\n").getBytes(StandardCharsets.UTF_8));
        byte[] half = Arrays.copyOf(table, table.length / 2);
        assertRefused(half, BenchmarkLimits.DEFAULT, "damaged or cut off");
        assertRefused(Arrays.copyOf(table, 5), BenchmarkLimits.DEFAULT, "cannot be unpacked: it ends too early");
        assertRefused(Arrays.copyOf(table, table.length - 5), BenchmarkLimits.DEFAULT, "(it ends too early)");
        byte[] rows = "architecture,accuracy\na,0.5\nb,0.5\n".getBytes(StandardCharsets.UTF_8);
        assertRefused(rows, new BenchmarkLimits(1000, 1, 100, 5), "more than 1 rows");
    }

    private void assertRefused(byte[] file, BenchmarkLimits limits, String message) {
        assertThatThrownBy(() -> upload("cells", ROWS, file, limits))
                .isInstanceOf(InvalidBenchmark.class)
                .hasMessageContaining(message);
        assertNothingIsLeft();
    }

    @Test
    void theSameAgainIsWhatIsThereAndAnotherOfTheNameIsRefused() throws IOException {
        Benchmark first = upload(ROWS, "architecture,accuracy\na,0.5\n");
        assertThat(upload(ROWS, "architecture,accuracy\na,0.5\n")).isEqualTo(first);
        assertThatThrownBy(() -> upload(ROWS, "architecture,accuracy\na,0.6\n")).isInstanceOf(BenchmarkExists.class);
        assertThat(benchmarks.list()).containsExactly(first);
    }

    @Test
    void aDeletedBenchmarkTakesItsFileAlongUnlessAnotherSharesIt() throws IOException {
        byte[] csv = "architecture,accuracy\na,0.5\n".getBytes(StandardCharsets.UTF_8);
        Benchmark one = upload("one", ROWS, csv, BenchmarkLimits.DEFAULT);
        upload("two", ROWS, csv, BenchmarkLimits.DEFAULT);
        DeleteBenchmark deletes = new DeleteBenchmark(benchmarks, files);
        assertThat(deletes.delete("one")).isTrue();
        assertThat(deletes.delete("one")).isFalse();
        assertThat(files.contains(one.hash())).isTrue();
        deletes.delete("two");
        assertNothingIsLeft();
        assertThatThrownBy(() -> new BenchmarkTables(benchmarks, files, Spaces.plugins()).table("two", one.hash()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gone");
    }
}
