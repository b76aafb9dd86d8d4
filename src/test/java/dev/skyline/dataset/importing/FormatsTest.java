package dev.skyline.dataset.importing;

import dev.skyline.dataset.DatasetType;
import dev.skyline.dataset.Origin;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Uploads that are of no format, or mean harm. */
class FormatsTest extends ImportTest {

    private static final byte[] CSV = ("x,label\n" + "1,a\n2,b\n".repeat(5)).getBytes(StandardCharsets.UTF_8);

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(Uploads.file(upload(), "")).hasMessage("the file is empty");
    }

    @Test
    void anUnknownFormatIsAnsweredWithThoseThatAreKnown() {
        assertRefused(Uploads.file(upload(), new byte[] {1, 2, 3, 0, 5}))
                .hasMessageContaining("unknown format")
                .hasMessageContaining("PNG or JPEG")
                .hasMessageContaining("CSV")
                .hasMessageContaining("IDX");
    }

    @Test
    void aZipOfUnknownFilesIsAnsweredWithWhatWasFound() {
        assertRefused(Uploads.zip(upload(), Map.of("data/set.h5", new byte[9])))
                .hasMessageContaining("data/set.h5")
                .hasMessageContaining("PNG or JPEG");
    }

    @Test
    void aCsvThatBeginsLikeAZipIsNone() throws IOException {
        assertThat(imported(Uploads.file(upload(), "PK" + new String(CSV, StandardCharsets.UTF_8)))
                        .content()
                        .samples())
                .isEqualTo(10);
    }

    @Test
    void anEmptyZipIsRefused() {
        assertRefused(Uploads.zip(upload(), Map.of())).hasMessage("the zip is empty");
        assertRefused(Uploads.zip(upload(), Map.of("folder/", new byte[0]))).hasMessage("the zip is empty");
    }

    @Test
    void oneIdxFileAloneIsRefused() {
        byte[] idx = Uploads.idx(new int[] {10, 2, 2}, new byte[40]);
        assertRefused(Uploads.file(upload(), idx)).hasMessageContaining("one zip");
        assertRefused(Uploads.file(upload(), Uploads.gzip(idx))).hasMessageContaining("one zip");
    }

    @Test
    void anotherTypeThanWasAskedForIsRefused() {
        Path csv = Uploads.file(upload(), CSV);
        assertRefused(asked(csv, Optional.of(DatasetType.IMAGES), Optional.empty()), ImportLimits.DEFAULT)
                .hasMessage("'images' was asked for, but the file holds table")
                .isInstanceOfSatisfying(
                        InvalidDataset.class, e -> assertThat(e.field()).isEqualTo("type"));
    }

    @Test
    void aLabelColumnOfImagesIsRefused() {
        Path zip = Uploads.zip(upload(), Map.of("a/1.png", Uploads.greyPng(2, 2, 1)));
        assertRefused(asked(zip, Optional.empty(), Optional.of("digit")), ImportLimits.DEFAULT)
                .isInstanceOfSatisfying(
                        InvalidDataset.class, e -> assertThat(e.field()).isEqualTo("label"));
    }

    @Test
    void aNameAgainstTheRuleIsRefused() {
        Path csv = Uploads.file(upload(), CSV);
        assertRefused(Upload.of("My Data", csv), ImportLimits.DEFAULT)
                .isInstanceOfSatisfying(
                        InvalidDataset.class, e -> assertThat(e.field()).isEqualTo("name"));
    }

    @Test
    void aZipThatIsCutOffIsRefused() throws IOException {
        Path zip = Uploads.zip(upload(), Map.of("a/1.png", Uploads.greyPng(9, 9, 1)));
        byte[] bytes = Files.readAllBytes(zip);
        assertRefused(Uploads.file(zip, Arrays.copyOf(bytes, bytes.length - 10)))
                .hasMessageStartingWith("cannot be read as a zip");
    }

    @Test
    void aZipThatPromisesALongerCommentThanItHasIsRefused() throws IOException {
        Path zip = Uploads.zip(upload(), Map.of("a/1.png", Uploads.greyPng(9, 9, 1)));
        byte[] bytes = Files.readAllBytes(zip);
        bytes[bytes.length - 2] = 37;
        assertRefused(Uploads.file(zip, bytes)).hasMessageStartingWith("cannot be read as a zip");
    }

    @Test
    void aZipWithTextInAnotherEncodingIsRefused() throws IOException {
        for (boolean name : new boolean[] {true, false}) {
            try (ZipOutputStream out =
                    new ZipOutputStream(Files.newOutputStream(upload()), StandardCharsets.ISO_8859_1)) {
                ZipEntry entry = new ZipEntry(name ? "ä/1.png" : "a/1.png");
                entry.setComment(name ? "a" : "ä");
                out.putNextEntry(entry);
            }
            assertRefused(upload()).hasMessageStartingWith("cannot be read as a zip");
        }
    }

    @Test
    void anEntryWithADamagedByteIsNamed() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("train-labels", Uploads.idx(new int[] {10}, new byte[10]));
        entries.put("train-images", Uploads.idx(new int[] {10, 20, 20}, Uploads.random(4000, 1)));
        Path zip = Uploads.zip(upload(), entries);
        byte[] bytes = Files.readAllBytes(zip);
        bytes[2000] ^= 4;
        assertRefused(Uploads.file(zip, bytes)).hasMessageStartingWith("train-images: is damaged");
    }

    @Test
    void aCsvThatIsCutOffWithinItsGzipIsRefused() {
        byte[] packed = Uploads.gzip(CSV);
        assertRefused(Uploads.file(upload(), Arrays.copyOf(packed, packed.length - 9)))
                .hasMessageStartingWith("the gzipped file: is damaged or cut off after ");
        assertRefused(Uploads.file(upload(), Arrays.copyOf(packed, 5)))
                .hasMessageStartingWith("the gzipped file: cannot be unpacked: it ends too early");
    }

    @Test
    void aZipBombIsRefused() {
        Path zip = Uploads.zip(upload(), Map.of("train-images", zeros(), "train-labels", labels(40)));
        assertRefused(zip)
                .hasMessageStartingWith("train-images: ")
                .hasMessageContaining("unpack to more than 16777216");
    }

    @Test
    void aBombWithinAZipIsRefused() {
        Path zip = Uploads.zip(upload(), Map.of("train-images.gz", Uploads.gzip(zeros()), "train-labels", labels(40)));
        assertRefused(zip).hasMessageStartingWith("train-images.gz: ").hasMessageContaining("unpack to more than");
    }

    @Test
    void aGzipBombIsRefused() {
        String row = "0".repeat(10_000) + "1,a\n";
        byte[] csv = ("x,label\n" + row.repeat(4_000)).getBytes(StandardCharsets.UTF_8);
        assertRefused(Uploads.file(upload(), Uploads.gzip(csv))).hasMessageContaining("unpack to more than 16777216");
    }

    @Test
    void unpackingBeyondTheLimitIsRefusedWhateverTheRatio() {
        ImportLimits limits = new ImportLimits(10, 1000, 200, 1 << 20, 1000, 5, 64, 10, 10);
        byte[] images = Uploads.idx(new int[] {10, 20, 20}, Uploads.random(4000, 1));
        Path zip = Uploads.zip(upload(), Map.of("train-images", images, "train-labels", labels(10)));
        assertRefused(Upload.of("x", zip), limits).hasMessageContaining("unpack to more than 1000");
    }

    @Test
    void tooManyEntriesAreRefused() {
        ImportLimits limits = new ImportLimits(3, 1 << 20, 200, 1 << 20, 1000, 5, 64, 10, 10);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            entries.put("a/" + i + ".png", Uploads.greyPng(2, 2, i));
        }
        assertRefused(Upload.of("x", Uploads.zip(upload(), entries)), limits).hasMessageContaining("has 4 entries");
    }

    @Test
    void aDirectoryOfEntriesTooLargeToBeReadIsRefusedBeforeItIs() throws IOException {
        Path zip = Uploads.zip(upload(), Map.of("a/1.png", Uploads.greyPng(9, 9, 1)));
        byte[] bytes = Files.readAllBytes(zip);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 22 + 12, 2_000_000_000);
        assertRefused(Uploads.file(zip, bytes)).hasMessageContaining("directory takes 2000000000 bytes");
    }

    @Test
    void aNameTwiceIsRefused() throws IOException {
        Path zip =
                Uploads.zip(upload(), Map.of("a/1.png", Uploads.greyPng(9, 9, 1), "a/2.png", Uploads.greyPng(9, 9, 2)));
        byte[] bytes = Files.readAllBytes(zip);
        for (int i = 0; i < bytes.length - 7; i++) {
            if (new String(bytes, i, 7, StandardCharsets.US_ASCII).equals("a/2.png")) {
                bytes[i + 2] = '1';
            }
        }
        assertRefused(Uploads.file(zip, bytes)).hasMessage("a/1.png: stands twice in the zip");
    }

    @Test
    void moreSamplesOrBytesThanAllowedAreRefused() {
        Path csv = Uploads.file(upload(), CSV);
        assertRefused(Upload.of("x", csv), new ImportLimits(10, 1 << 20, 200, 1 << 20, 9, 5, 64, 10, 10))
                .hasMessage("line 11: there are more than 9 samples");
        assertRefused(Upload.of("x", csv), new ImportLimits(10, 1 << 20, 200, 39, 1000, 5, 64, 10, 10))
                .hasMessageStartingWith("line 11: the samples take more than 39 bytes");
    }

    @Test
    void messagesAreOfOneLineAndOfBoundedLength() {
        String name = "a\nWARN forged\u001b[31m" + "x".repeat(5000);
        assertRefused(Uploads.zip(upload(), Map.of(name + "/1.png", Uploads.greyPng(2, 2, 1))))
                .message()
                .hasSizeLessThan(700)
                .doesNotContain("\n", "\u001b");
    }

    private static byte[] labels(int count) {
        return Uploads.idx(new int[] {count}, new byte[count]);
    }

    private static byte[] zeros() {
        return Uploads.idx(new int[] {40, 1024, 1024}, new byte[40 << 20]);
    }

    private static Upload asked(Path file, Optional<DatasetType> type, Optional<String> label) {
        return new Upload("x", file, type, label, Origin.UNKNOWN);
    }
}
