package dev.skyline.dataset.importing;

import dev.skyline.dataset.Content.ClassCount;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;

import static org.assertj.core.api.Assertions.assertThat;

class ImageFolderReaderTest extends ImportTest {

    private final Map<String, byte[]> zip = new LinkedHashMap<>();

    @BeforeEach
    void fiveOfEachOfTwoClasses() {
        for (int i = 0; i < 5; i++) {
            zip.put("animals/cat/" + i + ".png", Uploads.greyPng(4, 3, i));
            zip.put("animals/dog/" + i + ".png", Uploads.greyPng(4, 3, 100 + i));
        }
    }

    @Test
    void aFolderIsAClassAndGreyImagesHaveOneChannel() throws IOException {
        Dataset dataset = imported(Uploads.zip(upload(), zip));
        assertThat(dataset.content().schema()).isEqualTo(new Schema.Images(1, 3, 4));
        assertThat(dataset.content().classes()).containsExactly(new ClassCount("cat", 5), new ClassCount("dog", 5));
        List<List<Integer>> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.add(sample(0, i));
            expected.add(sample(1, 100 + i));
        }
        assertThat(samples(dataset)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void oneColouredImageMakesThreeChannelsOfAll() throws IOException {
        BufferedImage color = new BufferedImage(4, 3, BufferedImage.TYPE_3BYTE_BGR);
        color.setRGB(1, 2, 0x102030);
        zip.put("animals/dog/colour.png", Uploads.encoded(color, "png"));
        Dataset dataset = imported(Uploads.zip(upload(), zip));
        assertThat(dataset.content().schema()).isEqualTo(new Schema.Images(3, 3, 4));
        assertThat(dataset.content().samples()).isEqualTo(11);
        List<Integer> coloured = new ArrayList<>(Collections.nCopies(1 + 3 * 12, 0));
        coloured.set(0, 1);
        coloured.set(1 + 9, 0x10);
        coloured.set(1 + 12 + 9, 0x20);
        coloured.set(1 + 24 + 9, 0x30);
        List<Integer> grey = sample(0, 3);
        grey.addAll(sample(0, 3).subList(1, 13));
        grey.addAll(sample(0, 3).subList(1, 13));
        assertThat(samples(dataset)).contains(coloured, grey);
    }

    @Test
    void namesOfFilesAndTheirOrderChangeNothing() throws IOException {
        Dataset one = imported(Uploads.zip(upload(), zip));
        List<Map.Entry<String, byte[]>> entries = new ArrayList<>(zip.entrySet());
        Collections.shuffle(entries, new Random(1));
        Map<String, byte[]> other = new LinkedHashMap<>();
        entries.forEach(e -> other.put(e.getKey().replace("animals/", "").replace(".png", "-copy.PNG"), e.getValue()));
        assertThat(imported(Uploads.zip(directory.resolve("other"), other))).isEqualTo(one);
    }

    @Test
    void whatFileManagersLeaveBehindIsIgnored() throws IOException {
        Dataset clean = imported(Uploads.zip(upload(), zip));
        for (String junk : List.of(
                "__MACOSX/animals/cat/._0.png",
                "animals/.DS_Store",
                "animals/cat/.DS_Store",
                "animals/cat/._1.png",
                "animals/dog/Thumbs.db",
                "animals/empty/")) {
            zip.put(junk, new byte[0]);
        }
        assertThat(imported(Uploads.zip(directory.resolve("other"), zip))).isEqualTo(clean);
    }

    @Test
    void pathsOfWindowsAreUnderstood() throws IOException {
        Map<String, byte[]> other = new LinkedHashMap<>();
        zip.forEach((name, bytes) -> other.put(name.replace('/', '\\'), bytes));
        assertThat(imported(Uploads.zip(upload(), other)).content().classNames())
                .containsExactly("cat", "dog");
    }

    @Test
    void jpegAndPngMayBeMixed() throws IOException {
        zip.put("animals/cat/a.jpg", Uploads.encoded(Uploads.image(BufferedImage.TYPE_BYTE_GRAY, 4, 3, 9), "jpg"));
        zip.put("animals/cat/b.JPEG", Uploads.encoded(Uploads.image(BufferedImage.TYPE_BYTE_GRAY, 4, 3, 8), "jpg"));
        Dataset dataset = imported(Uploads.zip(upload(), zip));
        assertThat(dataset.content().classes()).contains(new ClassCount("cat", 7));
        assertThat(dataset.content().schema()).isEqualTo(new Schema.Images(1, 3, 4));
    }

    @Test
    void imagesOfUnequalSizeAreRefusedAndBothNamed() {
        zip.put("animals/dog/wide.png", Uploads.greyPng(5, 3, 1));
        assertRefused(Uploads.zip(upload(), zip))
                .hasMessageStartingWith("animals/dog/wide.png: ")
                .hasMessageContaining("5×3")
                .hasMessageContaining("'animals/cat/0.png' of 4×3");
    }

    @Test
    void aBrokenImageIsNamed() {
        byte[] png = Uploads.colorPng(4, 3, 1);
        zip.put("animals/dog/cut.png", Arrays.copyOf(png, png.length / 2));
        assertRefused(Uploads.zip(upload(), zip)).hasMessageStartingWith("animals/dog/cut.png: cannot be decoded");
    }

    @Test
    void aBrokenJpegIsNamed() {
        byte[] jpeg = Uploads.encoded(Uploads.image(BufferedImage.TYPE_BYTE_GRAY, 4, 3, 9), "jpg");
        zip.put("animals/dog/cut.jpg", Arrays.copyOf(jpeg, 40));
        assertRefused(Uploads.zip(upload(), zip)).hasMessageStartingWith("animals/dog/cut.jpg: cannot be decoded");
    }

    @Test
    void anEmptyImageIsNamed() {
        zip.put("animals/dog/none.png", new byte[0]);
        assertRefused(Uploads.zip(upload(), zip)).hasMessage("animals/dog/none.png: is empty");
    }

    @Test
    void aFileThatOnlyCallsItselfAnImageIsNamed() {
        zip.put("animals/dog/fake.png", "GIF89a and so on".getBytes(StandardCharsets.UTF_8));
        assertRefused(Uploads.zip(upload(), zip)).hasMessage("animals/dog/fake.png: is neither a PNG nor a JPEG image");
    }

    @Test
    void anImageOfHugeDimensionsIsRefusedBeforeItIsDecoded() {
        byte[] png = Uploads.greyPng(4, 3, 1);
        // Width and height follow the 8 bytes of signature and the 8 of the chunk's head; then its checksum.
        ByteBuffer header = ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        zip.put("animals/dog/huge.png", png);
        assertRefused(Uploads.zip(upload(), zip))
                .hasMessage("animals/dog/huge.png: is of 60000×60000 pixels; 1024×1024 are the most");
    }

    @Test
    void otherFilesAreNamed() {
        zip.put("animals/dog/readme.txt", "x".getBytes(StandardCharsets.UTF_8));
        assertRefused(Uploads.zip(upload(), zip)).hasMessageStartingWith("animals/dog/readme.txt: ");
    }

    @Test
    void anImageOutsideAnyFolderIsNamed() {
        zip.put("9.png", Uploads.greyPng(4, 3, 1));
        assertRefused(Uploads.zip(upload(), zip)).hasMessageStartingWith("9.png: lies in no folder");
    }

    @Test
    void foldersWithinAClassAreRefused() {
        zip.put("animals/dog/puppies/1.png", Uploads.greyPng(4, 3, 1));
        assertRefused(Uploads.zip(upload(), zip)).hasMessageStartingWith("animals/dog/puppies/1.png: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../1.png", "animals/../../cat/1.png", "/etc/cat/1.png", "C:\\cat\\1.png", "..\\cat\\1.png"})
    void pathsThatLeadOutOfTheZipAreRefused(String path) {
        zip.put(path, Uploads.greyPng(4, 3, 1));
        assertRefused(Uploads.zip(upload(), zip))
                .hasMessageStartingWith(path.replace('\\', '/'))
                .hasMessageContaining("leads out of the zip");
    }

    @Test
    void oneClassAloneIsRefused() {
        zip.keySet().removeIf(name -> name.contains("dog"));
        assertRefused(Uploads.zip(upload(), zip)).hasMessageContaining("one class, 'cat'");
    }

    @Test
    void aClassOfFewSamplesIsNamed() {
        zip.remove("animals/cat/4.png");
        assertRefused(Uploads.zip(upload(), zip)).hasMessageContaining("'cat' has 4");
    }

    private static List<Integer> sample(int label, long seed) {
        List<Integer> values = new ArrayList<>(List.of(label));
        for (byte value : Uploads.random(12, seed)) {
            values.add(value & 0xff);
        }
        return values;
    }
}
