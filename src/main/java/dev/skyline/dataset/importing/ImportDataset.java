package dev.skyline.dataset.importing;

import dev.skyline.dataset.Content;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.NameTaken;
import dev.skyline.dataset.Origin;
import dev.skyline.dataset.SampleSpool;
import dev.skyline.dataset.Schema;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Makes a data set of an upload: all of it, or nothing that stays. A repeated import of the same content under the same name
 * gives what is there.
 */
public final class ImportDataset {

    private final Datasets datasets;
    private final DatasetFiles files;
    private final ImportLimits limits;
    private final Clock clock;

    public ImportDataset(Datasets datasets, DatasetFiles files, ImportLimits limits, Clock clock) {
        this.datasets = datasets;
        this.files = files;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Some seconds for 70,000 images; memory of some bytes a sample.
     *
     * @throws InvalidDataset if the file, or what was said of it, is not as it must be
     * @throws NameTaken if a data set of this name has other content
     */
    public Dataset run(Upload upload) throws IOException {
        requireName(upload.name());
        return run(upload.name(), Formats.reader(upload, limits), upload.origin());
    }

    Dataset run(String name, DatasetReader reader, Origin origin) throws IOException {
        try (SampleSpool spool = files.newSpool()) {
            SampleSink sink = new SampleSink(spool, limits);
            Schema schema = reader.readInto(sink);
            sink.requireEnough();
            return add(name, origin, schema, spool);
        }
    }

    private Dataset add(String name, Origin origin, Schema schema, SampleSpool spool) throws IOException {
        // Held by deletions too: else the file could go just as it comes to be shared.
        synchronized (files) {
            DatasetFiles.Stored stored = files.store(schema, spool);
            Content content = stored.content();
            try {
                Optional<Dataset> existing = datasets.find(name);
                if (existing.isPresent() && existing.get().content().equals(content)) {
                    return existing.get();
                }
                if (existing.isPresent()) {
                    throw new NameTaken(name);
                }
                Dataset dataset =
                        new Dataset(name, content, origin, clock.instant().truncatedTo(ChronoUnit.MICROS));
                datasets.add(dataset);
                return dataset;
            } catch (RuntimeException e) {
                if (stored.isNew()) {
                    files.delete(content.hash());
                }
                throw e;
            }
        }
    }

    private static void requireName(String name) {
        if (!Dataset.isName(name)) {
            throw InvalidDataset.field("name", "'" + name + "' is no name of a data set: " + Dataset.NAME_RULE);
        }
    }
}
