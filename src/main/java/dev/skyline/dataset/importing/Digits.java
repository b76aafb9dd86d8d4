package dev.skyline.dataset.importing;

import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.Origin;
import dev.skyline.dataset.Schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The data set that comes with Skyline: 1,797 handwritten digits of 8×8 pixels. It takes the same way as an upload. */
public final class Digits {

    public static final String NAME = "digits";

    private static final String RESOURCE = "/dev/skyline/dataset/digits/digits.csv.gz";
    private static final int SIDE = 8;
    private static final int PIXELS = SIDE * SIDE;
    private static final int WHITE = 16;
    private static final Origin ORIGIN = new Origin(
            "E. Alpaydin, C. Kaynak (1998): Optical Recognition of Handwritten Digits, test part."
                    + " UCI Machine Learning Repository, https://doi.org/10.24432/C50P49; taken from scikit-learn 1.9.1",
            "CC BY 4.0",
            "Comes with Skyline. Pixels of 0 to 16 are scaled to 0 to 255.");

    private final Datasets datasets;
    private final DatasetFiles files;
    private final ImportDataset importing;

    public Digits(Datasets datasets, DatasetFiles files, ImportDataset importing) {
        this.datasets = datasets;
        this.files = files;
        this.importing = importing;
    }

    /** The data set of this name; imported, in some tenths of a second, where it or its file is not there. */
    public Dataset dataset() throws IOException {
        Optional<Dataset> existing = datasets.find(NAME);
        return existing.isPresent() && files.contains(existing.get().content().hash())
                ? existing.get()
                : importing.run(NAME, Digits::read, ORIGIN);
    }

    private static Schema read(SampleSink sink) throws IOException {
        try (InputStream packed = Objects.requireNonNull(Digits.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.US_ASCII))) {
            byte[] pixels = new byte[PIXELS];
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] numbers = line.split(",");
                for (int i = 0; i < PIXELS; i++) {
                    pixels[i] = (byte) Math.round(Integer.parseInt(numbers[i]) * 255f / WHITE);
                }
                sink.append(RESOURCE, numbers[PIXELS], pixels);
            }
        }
        return new Schema.Images(1, SIDE, SIDE);
    }
}
