package dev.skyline.dataset.importing;

import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.InMemoryDatasets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** As many images as the whole of MNIST: 55 MB of pixels through a heap that could never hold them. */
class SeventyThousandImagesTest {

    private static final String HEAP = "-Xmx40m";
    private static final int PIXELS = 28 * 28;

    @TempDir
    Path directory;

    @Test
    void areImportedInAHeapOf40MegabytesAndUnder30Seconds() throws Exception {
        Path zip = directory.resolve("mnist.zip");
        write(zip);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        directory.toString(),
                        zip.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        try {
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).as("done in time").isTrue();
            assertThat(child.exitValue()).as(() -> output()).isZero();
        } finally {
            child.destroyForcibly();
        }
    }

    /** Exits with 0 if all samples have arrived. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws IOException {
            ImportDataset importing = new ImportDataset(
                    new InMemoryDatasets(),
                    new DatasetFiles(Path.of(arguments[0])),
                    ImportLimits.DEFAULT,
                    Clock.systemUTC());
            Dataset dataset = importing.run(Upload.of("mnist", Path.of(arguments[1])));
            System.exit(dataset.content().samples() == 70_000 ? 0 : 1);
        }
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("output"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void write(Path zip) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(zip));
                DataOutputStream out = new DataOutputStream(entries)) {
            entries.setLevel(Deflater.BEST_SPEED);
            for (String part : new String[] {"train", "t10k"}) {
                int count = part.equals("train") ? 60_000 : 10_000;
                entries.putNextEntry(new ZipEntry(part + "-labels-idx1-ubyte"));
                out.writeInt(0x801);
                out.writeInt(count);
                for (int i = 0; i < count; i++) {
                    out.write(i % 10);
                }
                entries.putNextEntry(new ZipEntry(part + "-images-idx3-ubyte"));
                out.writeInt(0x803);
                out.writeInt(count);
                out.writeInt(28);
                out.writeInt(28);
                // Half of each is black, as in MNIST.
                byte[] ink = new byte[PIXELS / 2];
                byte[] image = new byte[PIXELS];
                for (int i = 0; i < count; i++) {
                    random.nextBytes(ink);
                    System.arraycopy(ink, 0, image, PIXELS / 4, ink.length);
                    out.write(image);
                }
            }
        }
    }
}
