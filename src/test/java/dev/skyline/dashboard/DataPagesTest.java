package dev.skyline.dashboard;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Data sets and hardware targets by way of their pages. */
class DataPagesTest extends BrowserTest {

    @Test
    void theBuiltInDigitsTellWhereTheyAreFromAndShowSamples() {
        go("/datasets");
        tab.page()
                .getByText("digits", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(tab.find("#facts")).containsText("1,797");
        assertThat(tab.find("#facts")).containsText("Licence");
        assertThat(tab.find("#samples tbody tr")).hasCount(10);
        assertThat(tab.find("#samples img")).hasCount(80);
        Assertions.assertThat(
                        tab.find("#samples img").first().evaluate("img => img.decode().then(() => img.naturalWidth)"))
                .isEqualTo(8);
    }

    @Test
    void aZipOfClassFoldersIsUploadedLookedAtAndDeleted() throws IOException {
        go("/datasets");
        tab.find("#file").setInputFiles(new FilePayload("Two Shades.zip", "application/zip", imagesBySize(9, 9)));
        assertThat(tab.find("#name")).hasValue("two-shades");
        tab.find("button[type=submit]").click();
        tab.page().waitForURL(address("/datasets/two-shades"));
        assertThat(tab.find("#samples")).containsText("bright");
        assertThat(tab.find("#samples")).containsText("dark");
        tab.find("#delete").click();
        tab.find("dialog button[value=yes]").click();
        tab.page().waitForURL(address("/datasets"));
        assertThat(tab.find("#datasets")).containsText("digits");
        assertThat(tab.find("#datasets")).not().containsText("two-shades");
    }

    @Test
    void aBadFileIsRefusedWithWhatAndWhereAndTheFormStaysAsItWas() throws IOException {
        tab.expectStatus(422);
        go("/datasets");
        tab.find("#file").setInputFiles(new FilePayload("uneven.zip", "application/zip", imagesBySize(9, 8)));
        tab.find("button[type=submit]").click();
        assertThat(tab.find("#upload .error-summary")).isVisible();
        assertThat(tab.find("#upload .error-summary")).containsText(Pattern.compile("\\.png"));
        assertThat(tab.find("#name")).hasValue("uneven");
        assertThat(tab.find("#upload button[type=submit]")).isEnabled();
    }

    @Test
    void aTableShowsItsColumns() {
        StringBuilder csv = new StringBuilder("width,height,kind\n");
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) {
            csv.append(random.nextInt(100))
                    .append(',')
                    .append(random.nextInt(100))
                    .append(i % 2 == 0 ? ",a\n" : ",b\n");
        }
        go("/datasets");
        tab.find("#file")
                .setInputFiles(
                        new FilePayload("boxes.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
        tab.find("#label").fill("kind");
        tab.find("button[type=submit]").click();
        tab.page().waitForURL(address("/datasets/boxes"));
        assertThat(tab.find("#samples thead")).containsText("width");
        assertThat(tab.find("#facts")).containsText("2 features");
    }

    @Test
    void theHostIsThereFromTheStartAndCannotBeDeleted() {
        go("/hardware-targets");
        assertThat(tab.find("#targets tbody th", "host").first()).isVisible();
        assertThat(tab.page().getByLabel("Delete host")).hasCount(0);
    }

    @Test
    void aHardwareTargetIsCreatedAndDeletedAndATakenNameIsRefusedAtItsField() {
        tab.expectStatus(409);
        tab.expectStatus(422);
        go("/hardware-targets");
        tab.find("#name").fill("host");
        tab.find("#create button").click();
        assertThat(tab.find("#create .error-summary")).containsText("host");

        tab.find("#name").fill("eight-at-once");
        tab.find("#create button").click();
        assertThat(tab.find("#targets")).containsText("eight-at-once");
        assertThat(tab.find("#create .error-summary")).isHidden();
        tab.page().getByLabel("Delete eight-at-once").click();
        tab.find("dialog button[value=yes]").click();
        assertThat(tab.find("#targets")).not().containsText("eight-at-once");
    }

    /** Two classes of square images, of these sizes. */
    private static byte[] imagesBySize(int dark, int bright) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 12; i++) {
                add(zip, "dark/" + i + ".png", dark, 20 + i);
                add(zip, "bright/" + i + ".png", bright, 220 + i);
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, int size, int shade) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < size * size; i++) {
            image.getRaster().setSample(i % size, i / size, 0, shade);
        }
        zip.putNextEntry(new ZipEntry(name));
        ImageIO.write(image, "png", zip);
        zip.closeEntry();
    }
}
