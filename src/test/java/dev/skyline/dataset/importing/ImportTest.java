package dev.skyline.dataset.importing;

import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.InMemoryDatasets;
import dev.skyline.dataset.Samples;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Imports into a directory of its own. */
abstract class ImportTest {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path directory;

    final Datasets datasets = new InMemoryDatasets();
    DatasetFiles files;

    @BeforeEach
    void open() throws IOException {
        files = new DatasetFiles(directory.resolve("data"));
    }

    ImportDataset importing(ImportLimits limits) {
        return new ImportDataset(datasets, files, limits, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    Path upload() {
        return directory.resolve("upload");
    }

    Dataset imported(Path file) throws IOException {
        return importing(ImportLimits.DEFAULT).run(Upload.of("x", file));
    }

    /** Label, then raw values, of each sample. */
    List<List<Integer>> samples(Dataset dataset) throws IOException {
        Samples samples = files.read(dataset.content().hash());
        List<List<Integer>> rows = new ArrayList<>();
        for (int i = 0; i < samples.count(); i++) {
            float[] values = new float[samples.valuesPerSample()];
            samples.copyTo(i, values, 0);
            List<Integer> row = new ArrayList<>(List.of(samples.label(i)));
            for (float value : values) {
                row.add(Math.round(255 * value));
            }
            rows.add(row);
        }
        return rows;
    }

    /** That the file is refused, with nothing left behind. */
    AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path file) {
        return assertRefused(Upload.of("x", file), ImportLimits.DEFAULT);
    }

    AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Upload upload, ImportLimits limits) {
        Throwable thrown = catchThrowable(() -> importing(limits).run(upload));
        assertThat(datasets.list()).isEmpty();
        assertThat(left()).isEmpty();
        return assertThat(thrown).isInstanceOf(InvalidDataset.class);
    }

    List<Path> left() {
        try (Stream<Path> left = Files.list(directory.resolve("data/datasets"))) {
            return left.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
