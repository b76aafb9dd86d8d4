package dev.skyline.dataset.importing;

import dev.skyline.dataset.Content.ClassCount;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Schema;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

import static org.assertj.core.api.Assertions.assertThat;

class DigitsTest extends ImportTest {

    @Test
    void theFileIsTheOneThatItsReadmeNames() throws Exception {
        try (InputStream readme = resource("README.md");
                InputStream packed = resource("digits.csv.gz");
                InputStream unpacked = new GZIPInputStream(resource("digits.csv.gz"))) {
            assertThat(new String(readme.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(sha256(packed.readAllBytes()), sha256(unpacked.readAllBytes()));
        }
    }

    @Test
    void thereAre1797ImagesOfTenDigits() throws IOException {
        Dataset digits = new Digits(datasets, files, importing(ImportLimits.DEFAULT)).dataset();
        assertThat(digits.content().schema()).isEqualTo(new Schema.Images(1, 8, 8));
        assertThat(digits.content().samples()).isEqualTo(1797);
        assertThat(digits.content().classes())
                .extracting(ClassCount::samples)
                .containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        assertThat(digits.origin().licence()).isEqualTo("CC BY 4.0");
    }

    @Test
    void theContentIsTheSameInEveryRelease() throws IOException {
        Dataset digits = new Digits(datasets, files, importing(ImportLimits.DEFAULT)).dataset();
        assertThat(digits.content().hash())
                .isEqualTo("5ca9325087fb9f080dcd9760b936b7c35215689c6744b90ee1618f934151ee1c");
    }

    @Test
    void pixelsReachFromBlackToWhite() throws IOException {
        Dataset digits = new Digits(datasets, files, importing(ImportLimits.DEFAULT)).dataset();
        List<List<Integer>> samples = samples(digits);
        assertThat(samples.stream()
                        .flatMap(each -> each.subList(1, 65).stream())
                        .distinct()
                        .sorted())
                .containsExactly(0, 16, 32, 48, 64, 80, 96, 112, 128, 143, 159, 175, 191, 207, 223, 239, 255);
        // The first line of the file: a zero, its first rows 0 0 5 13 9 1 0 0 and 0 0 13 15 10 15 5 0.
        assertThat(samples)
                .anySatisfy(each ->
                        assertThat(each).startsWith(0, 0, 0, 80, 207, 143, 16, 0, 0, 0, 0, 207, 239, 159, 239, 80, 0));
    }

    private static InputStream resource(String name) {
        return DigitsTest.class.getResourceAsStream("/dev/skyline/dataset/digits/" + name);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
