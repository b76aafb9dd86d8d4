package dev.skyline.dataset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatasetFilesTest {

    private static final Schema IMAGES = new Schema.Images(3, 2, 1);
    private static final Schema TABLE = new Schema.Table(List.of("width", "höhe"));

    @TempDir
    Path data;

    private DatasetFiles files;

    @BeforeEach
    void open() throws IOException {
        files = new DatasetFiles(data);
    }

    @Test
    void imagesComeBackAsTheyWentIn() throws IOException {
        Content content = store(
                IMAGES,
                List.of("cat", "dog", "cat"),
                bytes(0, 1, 2, 3, 4, 255),
                bytes(9, 9, 9, 9, 9, 9),
                bytes(7, 7, 7, 7, 7, 7));
        assertThat(content.schema()).isEqualTo(IMAGES);
        assertThat(content.classes())
                .containsExactly(new Content.ClassCount("cat", 2), new Content.ClassCount("dog", 1));
        Samples samples = files.read(content.hash());
        assertThat(samples.count()).isEqualTo(3);
        assertThat(samples.classes()).isEqualTo(2);
        assertThat(rows(samples).stream().map(row -> pixels(row)))
                .containsExactlyInAnyOrder(
                        List.of(0, 0, 1, 2, 3, 4, 255), List.of(1, 9, 9, 9, 9, 9, 9), List.of(0, 7, 7, 7, 7, 7, 7));
    }

    @Test
    void tablesComeBackAsTheyWentIn() throws IOException {
        Content content = store(TABLE, List.of("10", "9"), floats(1.5f, -3e30f), floats(0, Float.MIN_VALUE));
        assertThat(content.classNames()).containsExactly("9", "10");
        assertThat(rows(files.read(content.hash())))
                .containsExactlyInAnyOrder(List.of(1f, 1.5f, -3e30f), List.of(0f, 0f, Float.MIN_VALUE));
    }

    @Test
    void aLargeTableIsReadInPieces() throws IOException {
        Content content;
        try (SampleSpool spool = files.newSpool()) {
            for (int i = 0; i < 30_000; i++) {
                spool.append(i % 2 == 0 ? "even" : "odd", floats(i, -i));
            }
            content = files.store(TABLE, spool).content();
        }
        Samples samples = files.read(content.hash());
        float[] row = new float[2];
        boolean[] seen = new boolean[30_000];
        for (int i = 0; i < 30_000; i++) {
            samples.copyTo(i, row, 0);
            assertThat(row[1]).isEqualTo(-row[0]);
            assertThat(samples.label(i)).isEqualTo((int) row[0] % 2);
            seen[(int) row[0]] = true;
        }
        assertThat(seen).doesNotContain(false);
    }

    @Test
    void theFileIsNamedAfterItsOwnDigest() throws Exception {
        Content content = store(TABLE, List.of("a", "b"), floats(1, 2), floats(3, 4));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(files.path(content.hash())));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(content.hash());
    }

    @Test
    void theFormIsTheOneThatIsWrittenDown() throws IOException {
        Content content = store(new Schema.Images(1, 1, 2), List.of("b", "a"), bytes(1, 2), bytes(3, 4));
        byte[] file = Files.readAllBytes(files.path(content.hash()));
        String hex = HexFormat.of().formatHex(file);
        String header = "00" + "01" + "0001" + "0002" + "0002" + "000161" + "000162" + "00000002";
        // The SHA-256 of the bytes 3, 4 begins with 0c, that of 1, 2 with a1.
        assertThat(hex).isEqualTo("534b5944" + "01" + "00000012" + header + "0000" + "0001" + "0304" + "0102");
    }

    @Test
    void theOrderInWhichSamplesComeChangesNothing() throws IOException {
        Content one = store(
                IMAGES,
                List.of("b", "a", "a"),
                bytes(1, 2, 3, 4, 5, 6),
                bytes(0, 0, 0, 0, 0, 0),
                bytes(0, 0, 0, 0, 0, 1));
        Content other = store(
                IMAGES,
                List.of("a", "a", "b"),
                bytes(0, 0, 0, 0, 0, 1),
                bytes(0, 0, 0, 0, 0, 0),
                bytes(1, 2, 3, 4, 5, 6));
        assertThat(other).isEqualTo(one);
        assertThat(stored()).containsExactly(one.hash() + ".bin");
    }

    @Test
    void anythingElseChangesTheHash() throws IOException {
        Schema twoRows = new Schema.Images(1, 2, 1);
        Schema twoColumns = new Schema.Images(1, 1, 2);
        List<Content> contents = List.of(
                store(twoRows, List.of("a", "b"), bytes(1, 2), bytes(3, 4)),
                store(twoColumns, List.of("a", "b"), bytes(1, 2), bytes(3, 4)),
                store(twoRows, List.of("b", "a"), bytes(1, 2), bytes(3, 4)),
                store(twoRows, List.of("a", "c"), bytes(1, 2), bytes(3, 4)),
                store(twoRows, List.of("a", "b"), bytes(1, 2), bytes(3, 5)),
                store(twoRows, List.of("a", "b", "b"), bytes(1, 2), bytes(3, 4), bytes(3, 4)));
        assertThat(contents).extracting(Content::hash).doesNotHaveDuplicates();
    }

    @Test
    void aFileThatHasChangedIsNoticed() throws IOException {
        Content content = store(TABLE, List.of("a", "b"), floats(1, 2), floats(3, 4));
        assertThat(files.isIntact(content.hash())).isTrue();
        Path file = files.path(content.hash());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThat(files.isIntact(content.hash())).isFalse();
        assertThat(files.isIntact("00".repeat(32))).isFalse();
    }

    @Test
    void aFileThatIsCutOffIsNotReadAndIsReplacedByTheNextImport() throws IOException {
        Content content = store(TABLE, List.of("a", "b"), floats(1, 2), floats(3, 4));
        Path file = files.path(content.hash());
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, 12, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> files.read(content.hash()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged");
        }
        assertThat(store(TABLE, List.of("a", "b"), floats(1, 2), floats(3, 4))).isEqualTo(content);
        assertThat(files.isIntact(content.hash())).isTrue();
    }

    @Test
    void aSpoolLeavesNothingBehind() throws IOException {
        try (SampleSpool spool = files.newSpool()) {
            spool.append("a", new byte[200_000]);
            assertThat(stored()).hasSize(1);
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void leftoversOfAnImportThatWasKilledGoAfterADay() throws IOException {
        Path old = Files.writeString(data.resolve("datasets/1.part"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Files.writeString(data.resolve("datasets/2.part"), "x");
        new DatasetFiles(data);
        assertThat(stored()).containsExactly("2.part");
    }

    @Test
    void aHashLeadsNowhereElse() {
        assertThatThrownBy(() -> files.path("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private Content store(Schema schema, List<String> classes, byte[]... samples) throws IOException {
        try (SampleSpool spool = files.newSpool()) {
            for (int i = 0; i < samples.length; i++) {
                spool.append(classes.get(i), samples[i]);
            }
            return files.store(schema, spool).content();
        }
    }

    private List<String> stored() throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("datasets"))) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }

    /** Each sample's label and values. */
    private static List<List<Float>> rows(Samples samples) {
        List<List<Float>> rows = new ArrayList<>();
        for (int i = 0; i < samples.count(); i++) {
            float[] values = new float[samples.valuesPerSample()];
            samples.copyTo(i, values, 0);
            List<Float> row = new ArrayList<>(List.of((float) samples.label(i)));
            for (float value : values) {
                row.add(value);
            }
            rows.add(row);
        }
        return rows;
    }

    /** The label and the values, which are scaled to 1, as they were. */
    private static List<Integer> pixels(List<Float> row) {
        List<Integer> pixels = new ArrayList<>(
                row.stream().map(value -> Math.round(255 * value)).toList());
        pixels.set(0, Math.round(row.get(0)));
        return pixels;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
