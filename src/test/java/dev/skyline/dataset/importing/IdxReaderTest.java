package dev.skyline.dataset.importing;

import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class IdxReaderTest extends ImportTest {

    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";
    private static final int PIXELS = 6;

    private final Map<String, byte[]> zip = new LinkedHashMap<>();

    @BeforeEach
    void twelveToTrainAndTenToTest() {
        zip.put(TEST_LABELS, labels(10));
        zip.put(TEST_IMAGES, images(10, 2));
        zip.put(TRAIN_IMAGES, images(12, 1));
        zip.put(TRAIN_LABELS, labels(12));
    }

    @Test
    void bothPartsAreJoined() throws IOException {
        Dataset dataset = imported(Uploads.zip(upload(), zip));
        assertThat(dataset.content().schema()).isEqualTo(new Schema.Images(1, 2, 3));
        assertThat(dataset.content().classNames()).containsExactly("7", "200");
        List<List<Integer>> expected = new ArrayList<>();
        for (int part = 1; part <= 2; part++) {
            byte[] pixels = Uploads.random((part == 1 ? 12 : 10) * PIXELS, part);
            for (int i = 0; i < pixels.length / PIXELS; i++) {
                List<Integer> sample = new ArrayList<>(List.of(i % 2));
                for (int p = 0; p < PIXELS; p++) {
                    sample.add(pixels[i * PIXELS + p] & 0xff);
                }
                expected.add(sample);
            }
        }
        assertThat(samples(dataset)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void filesMayBeGzippedWithinTheZipAndLieInAFolder() throws IOException {
        Dataset plain = imported(Uploads.zip(upload(), zip));
        Map<String, byte[]> packed = new LinkedHashMap<>();
        zip.forEach((name, bytes) -> packed.put("mnist/" + name + ".gz", Uploads.gzip(bytes)));
        assertThat(imported(Uploads.zip(directory.resolve("other"), packed))).isEqualTo(plain);
    }

    @Test
    void theTestPartMayBeMissing() throws IOException {
        zip.remove(TEST_IMAGES);
        zip.remove(TEST_LABELS);
        assertThat(imported(Uploads.zip(upload(), zip)).content().samples()).isEqualTo(12);
    }

    @Test
    void theSameImagesInFoldersAreTheSameContent() throws IOException {
        Dataset idx = imported(Uploads.zip(upload(), zip));
        Map<String, byte[]> folders = new LinkedHashMap<>();
        int number = 0;
        for (List<Integer> sample : samples(idx)) {
            BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster()
                    .setPixels(
                            0,
                            0,
                            3,
                            2,
                            sample.subList(1, 7).stream().mapToInt(i -> i).toArray());
            folders.put((sample.get(0) == 0 ? "7/" : "200/") + number++ + ".png", Uploads.encoded(image, "png"));
        }
        assertThat(imported(Uploads.zip(directory.resolve("other"), folders))).isEqualTo(idx);
    }

    @Test
    void aFileThatEndsEarlyIsNamedWithTheByte() {
        zip.computeIfPresent(TRAIN_IMAGES, (name, bytes) -> Arrays.copyOf(bytes, 50));
        assertRefused(Uploads.zip(upload(), zip))
                .hasMessage(TRAIN_IMAGES + ", byte 50: ends early: its header promises 88 bytes in all");
    }

    @Test
    void aFileThatEndsWithinItsHeaderIsNamed() {
        zip.computeIfPresent(TRAIN_LABELS, (name, bytes) -> Arrays.copyOf(bytes, 6));
        assertRefused(Uploads.zip(upload(), zip)).hasMessage(TRAIN_LABELS + ", byte 4: ends within its header");
    }

    @Test
    void aFileThatGoesOnTooLongIsNamedWithTheByte() {
        zip.computeIfPresent(TEST_LABELS, (name, bytes) -> Arrays.copyOf(bytes, bytes.length + 1));
        assertRefused(Uploads.zip(upload(), zip)).hasMessageStartingWith(TEST_LABELS + ", byte 18: goes on");
    }

    @Test
    void countsThatDoNotMatchAreNamed() {
        zip.put(TRAIN_LABELS, labels(11));
        assertRefused(Uploads.zip(upload(), zip))
                .hasMessage(TRAIN_IMAGES + ": says it has 12 images, but " + TRAIN_LABELS + " has 11 labels");
    }

    @Test
    void missingLabelsAreNamed() {
        zip.remove(TEST_LABELS);
        assertRefused(Uploads.zip(upload(), zip))
                .hasMessageContaining("the labels of the test part are missing")
                .hasMessageContaining(TEST_LABELS);
    }

    @Test
    void missingImagesAreNamed() {
        zip.remove(TRAIN_IMAGES);
        assertRefused(Uploads.zip(upload(), zip)).hasMessageContaining("the images of the train part are missing");
    }

    @Test
    void anotherTypeOfNumbersIsRefused() {
        zip.computeIfPresent(
                TRAIN_IMAGES,
                (name, bytes) -> ByteBuffer.wrap(bytes).putInt(0, 0x0d03).array());
        assertRefused(Uploads.zip(upload(), zip))
                .hasMessageStartingWith(TRAIN_IMAGES + ", byte 0: begins with 0x00000d03 and not 0x00000803");
    }

    @Test
    void sizesThatWouldFillTheMemoryAreRefused() {
        zip.computeIfPresent(
                TRAIN_LABELS,
                (name, bytes) ->
                        ByteBuffer.wrap(bytes).putInt(4, Integer.MAX_VALUE).array());
        assertRefused(Uploads.zip(upload(), zip)).hasMessageContaining("2147483647 labels");
    }

    @Test
    void aSizeUnderOneIsRefused() {
        zip.computeIfPresent(
                TRAIN_IMAGES,
                (name, bytes) -> ByteBuffer.wrap(bytes).putInt(8, -1).array());
        assertRefused(Uploads.zip(upload(), zip)).hasMessageStartingWith(TRAIN_IMAGES + ", byte 8: ");
    }

    @Test
    void imagesTooLargeAreRefused() {
        zip.computeIfPresent(
                TRAIN_IMAGES,
                (name, bytes) -> ByteBuffer.wrap(bytes).putInt(8, 5000).array());
        assertRefused(Uploads.zip(upload(), zip)).hasMessageContaining("3×5000 pixels");
    }

    @Test
    void partsOfUnequalSizeAreRefused() {
        zip.put(TEST_IMAGES, Uploads.idx(new int[] {10, 3, 2}, Uploads.random(60, 1)));
        assertRefused(Uploads.zip(upload(), zip)).hasMessageStartingWith(TEST_IMAGES + ": ");
    }

    @Test
    void theSamePartTwiceIsRefused() {
        zip.put(TRAIN_LABELS + ".gz", Uploads.gzip(labels(12)));
        assertRefused(Uploads.zip(upload(), zip)).hasMessageContaining(TRAIN_LABELS + "'");
    }

    @Test
    void otherFilesAreNamed() {
        zip.put("readme.txt", new byte[] {65});
        assertRefused(Uploads.zip(upload(), zip)).hasMessageStartingWith("readme.txt: ");
    }

    @Test
    void brokenPackingWithinTheZipIsNamed() {
        byte[] packed = Uploads.gzip(zip.remove(TRAIN_IMAGES));
        zip.put(TRAIN_IMAGES + ".gz", Arrays.copyOf(packed, packed.length - 20));
        assertRefused(Uploads.zip(upload(), zip))
                .hasMessageStartingWith(TRAIN_IMAGES + ".gz: is damaged or cut off after ");
    }

    @Test
    void aFileThatIsNotGzippedThoughItSaysSoIsNamed() {
        zip.put(TRAIN_IMAGES + ".gz", zip.remove(TRAIN_IMAGES));
        assertRefused(Uploads.zip(upload(), zip)).hasMessageStartingWith(TRAIN_IMAGES + ".gz: cannot be unpacked");
    }

    private static byte[] images(int count, long seed) {
        return Uploads.idx(new int[] {count, 2, 3}, Uploads.random(count * PIXELS, seed));
    }

    /** 7 and 200, in turn. */
    private static byte[] labels(int count) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 2 == 0 ? 7 : 200);
        }
        return Uploads.idx(new int[] {count}, labels);
    }
}
