package dev.skyline.dashboard;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The front of a search for two devices: over one another, within limits, recommended from, saved. */
class FrontPanelTest extends BrowserTest {

    private static final LocatorAssertions.HasTextOptions PATIENT =
            new LocatorAssertions.HasTextOptions().setTimeout(LONG);

    private static String within;
    private static String beyond;

    @BeforeEach
    void search() throws Exception {
        if (within == null) {
            post(
                    "/api/v1/hardware-targets",
                    "{\"name\": \"host8\", \"kind\": \"host\", \"settings\": {\"batchSize\": 8}}");
            within = forTwoDevices(1000);
            beyond = forTwoDevices(1e-6);
        }
    }

    @Test
    void frontsOfSeveralTargetsLieOverOneAnotherAndOneTargetAtLeastStaysChosen() {
        open(within);
        Locator host = tab.find("#front-targets input[value=host]");
        Locator other = tab.find("#front-targets input[value=host8]");
        assertThat(host).isChecked();
        assertThat(tab.find("#scatter-summary")).containsText("Shaded: beyond the limit ≤ 1,000\u00a0ms on host.");

        other.check();
        assertThat(tab.find("#scatter-summary"))
                .containsText(Pattern.compile("^host: \\d on the front.*host8: \\d on"));
        Assertions.assertThat(
                        tab.evaluate(
                                "Chart.getChart(document.querySelector('#scatter canvas')).data.datasets.slice(0, 2).map(d => d.label).join()"))
                .isEqualTo("host,host8");
        Assertions.assertThat(hoveredOver(1, 0))
                .asString()
                .matches("Trial \\d on host8\\|latency .*ms\\|accuracy .*%\\|measured.*");
        host.uncheck();
        assertThat(tab.find("#scatter-summary")).containsText("best latency on host8");
        other.click();
        assertThat(other).isChecked();
        tab.find("#scatter select[name=x]").selectOption("parameters");
        assertThat(tab.find("#scatter-summary")).containsText("best parameters");
    }

    @Test
    void membersOfTheFrontThatWereMeasuredAgainAreRingedOnceThatIsDone() {
        open(within);
        LocatorAssertions.ContainsTextOptions patient = new LocatorAssertions.ContainsTextOptions().setTimeout(LONG);
        assertThat(tab.find("#scatter-summary"))
                .containsText(Pattern.compile("ringed points? w\\w+ measured again"), patient);
        tab.find("#front-details summary").click();
        assertThat(tab.find("#front-details tbody", "measured again,")).hasCount(1);
        tab.find("#front-details tbody tr", "measured again,")
                .first()
                .locator("a")
                .click();
        assertThat(tab.find("#measurements tbody")).containsText("measured again, alone");
    }

    @Test
    void theTrialToTakeUnderALimitIsRecommendedWithItsModel() {
        open(within);
        tab.find("#recommend").press("Enter");
        Locator dialog = tab.find("#recommendation");
        assertThat(dialog.locator("select[name=metric]")).hasValue("latency");
        dialog.locator("input[name=atMost]").fill("900");
        dialog.locator("input[name=atMost]").press("Enter");
        assertThat(dialog.locator("tbody tr").first()).containsText(Pattern.compile("best.*ms.*%.*measured.*ONNX"));

        dialog.locator("input[name=atMost]").fill("0.0000001");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator(".notice.bad")).isHidden();
        assertThat(dialog.locator(".result .notice")).containsText("Nothing meets the limits.");

        tab.expectStatus(400);
        tab.expectStatus(422);
        dialog.locator("input[name=atMost]").fill("a lot");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator(".error-summary")).isVisible();
        dialog.press("Escape");
        assertThat(dialog).isHidden();
    }

    @Test
    void theFrontIsSavedAsPictureAsDrawingAndAsTable() throws IOException {
        open(within);
        byte[] png = saved("png", "-front-host.png");
        Assertions.assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        Assertions.assertThat(new String(saved("svg", "-front-host.svg")))
                .startsWith("<svg xmlns=")
                .contains("Latency on host (ms)", "≤ 1,000\u00a0ms on host", "Trial ");
        Assertions.assertThat(new String(saved("csv", "-front-host.csv")))
                .startsWith("target,trial,latency@host,low,high,accuracy,source,measured_again,architecture\r\nhost,")
                .contains(",MEASURED,");
    }

    @Test
    void whereNothingMeetsTheLimitsTheNearestIsShownWithWhatItMisses() {
        go("/experiments/" + beyond);
        assertThat(tab.find("#infeasible"))
                .containsText(
                        "Nothing meets the limits.", new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
        assertThat(tab.find("#infeasible")).containsText(Pattern.compile("trial \\d"));
        assertThat(tab.find("#infeasible li")).containsText(Pattern.compile("latency on host .* missed by"));
        assertThat(tab.find("#infeasible")).containsText("It needs latency on host up to");
    }

    private void open(String id) {
        go("/experiments/" + id);
        assertThat(tab.find("#state")).hasText("succeeded", PATIENT);
        assertThat(tab.find("#scatter-summary")).containsText(Pattern.compile("^\\d trial"));
    }

    /** What the chart tells of a point, its lines parted by bars. */
    private Object hoveredOver(int layer, int spot) {
        return tab.evaluate("""
                (() => {
                  const { tooltip } = Chart.getChart(document.querySelector('#scatter canvas'));
                  tooltip.setActiveElements([{ datasetIndex: %d, index: %d }], { x: 0, y: 0 });
                  return [...tooltip.title, ...tooltip.body.flatMap(each => each.lines)].join('|');
                })()
                """.formatted(layer, spot));
    }

    private byte[] saved(String format, String ending) throws IOException {
        tab.find("#front-files summary").click();
        Download download = tab.page()
                .waitForDownload(() ->
                        tab.find("#front-files button[value=" + format + "]").click());
        Assertions.assertThat(download.suggestedFilename()).endsWith(ending);
        assertThat(tab.find("#front-files ul")).isHidden();
        return Files.readAllBytes(download.path());
    }

    private String forTwoDevices(double limit) throws IOException, InterruptedException {
        return create("/api/v1/experiments", """
                {"name": "for two devices", "dataset": "digits", "searchSpace": {"type": "sequential"},
                 "strategy": {"type": "random"},
                 "estimator": {"type": "training", "settings": {"epochs": 1, "dataFraction": 0.2}},
                 "hardwareTargets": ["host", "host8"],
                 "objectives": [{"metric": "accuracy"}, {"metric": "latency", "target": "host"}],
                 "constraints": [{"metric": "latency", "target": "host", "atMost": %s}],
                 "budget": {"maxTrials": 3}, "parallelism": 1, "memory": "off"}
                """.formatted(limit));
    }
}
