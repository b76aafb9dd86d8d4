package dev.skyline.dashboard;

import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Benchmarks by way of their page, and a search on one. */
class BenchmarkPagesTest extends BrowserTest {

    private static final String TABLE = "architecture,accuracy,latency@raspi4\na,0.5,2\nb,0.75,3\nc,0.25,1\n";

    private void upload(String name, String csv) {
        go("/benchmarks");
        tab.find("#file").setInputFiles(new FilePayload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        tab.find("#space").selectOption("rows");
        tab.find("#upload button[type=submit]").click();
    }

    @Test
    void aTableIsUploadedSearchedOnAndDeleted() {
        upload("Three Rows.csv", TABLE);
        assertThat(tab.find("#benchmarks")).containsText("three-rows");
        assertThat(tab.find("#benchmarks")).containsText("raspi4 (latency)");
        tab.find("a[aria-label='New experiment on three-rows']").click();
        tab.page().waitForURL(address("/experiments/new?benchmark=three-rows"));
        assertThat(tab.find("#json")).containsText("\"benchmark\": \"three-rows\"");
        assertThat(tab.find("#json")).containsText("\"target\": \"raspi4\"");
        assertThat(tab.find("fieldset[data-field=searchSpace]")).isHidden();
        tab.find("#strategy").selectOption("random");
        tab.find("#maxTrials").fill("10");
        tab.find("#spec-form button[type=submit]").click();
        tab.page().waitForURL(Pattern.compile("/experiments/[0-9a-f-]{36}$"));
        assertThat(tab.find("#state")).containsText(Pattern.compile("succeeded", Pattern.CASE_INSENSITIVE));
        assertThat(tab.find("#about")).containsText("three-rows");
        go("/benchmarks");
        tab.find("button[aria-label='Delete three-rows']").click();
        tab.find("dialog button[value=yes]").click();
        assertThat(tab.find("#benchmarks")).not().containsText("three-rows");
    }

    @Test
    void withoutAnyTargetAccuracyIsSetAgainstParameters() {
        upload("Anywhere.csv", "architecture,accuracy,parameters\na,0.5,2\nb,0.75,3\n");
        tab.find("a[aria-label='New experiment on anywhere']").click();
        tab.find("#strategy").selectOption("random");
        tab.find("#spec-form button[type=submit]").click();
        tab.page().waitForURL(Pattern.compile("/experiments/[0-9a-f-]{36}$"));
        assertThat(tab.find("select[name=x]")).hasValue("parameters");
        assertThat(tab.find("#scatter-summary")).containsText("best accuracy 75.00 %, best parameters 2");
    }

    @Test
    void aBadTableIsRefusedWithLineAndColumnAndTheFormStaysAsItWas() {
        tab.expectStatus(422);
        upload("bad.csv", TABLE.replace("0.75", "high"));
        assertThat(tab.find("#upload .error-summary"))
                .containsText("line 3, column 'accuracy': 'high' is no finite number");
        assertThat(tab.find("#name")).hasValue("bad");
        assertThat(tab.find("#upload button[type=submit]")).isEnabled();
    }
}
