package dev.skyline.dashboard;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Comparisons, begun through the API and looked at, or begun on their page. */
class ComparisonPagesTest extends BrowserTest {

    private static final String COMPARISONS = "/api/v1/comparisons";

    private static final String NAME = "two on digits-cells";

    private static final LocatorAssertions.HasTextOptions PATIENT =
            new LocatorAssertions.HasTextOptions().setTimeout(LONG);

    @Test
    void aComparisonRunsByItselfToItsEndAndItsPageTellsWhatItFound() throws Exception {
        String id = comparison(NAME);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> read(COMPARISONS + "/" + id).contains("\"FINISHED\""));
        String found = read(COMPARISONS + "/" + id);
        Assertions.assertThat(found)
                .containsPattern("\"runsDone\"\\s*:\\s*6")
                .containsPattern("\"againstRandom\"\\s*:\\s*\\{");
        Assertions.assertThat(Pattern.compile("\"trials\":20").matcher(found).results())
                .hasSize(6);

        go("/comparisons/" + id);
        assertThat(tab.find("#state")).hasText("finished");
        assertThat(tab.find("#progress-text")).hasText("6 of 6 runs, 120 trials so far");
        assertThat(tab.find("#courses-summary")).containsText("Best accuracy so far, mean over the seeds. Best rank: ");
        assertThat(tab.find("#strategies tbody tr")).hasCount(2);
        assertThat(tab.find("#strategies tbody tr", "regularized-evolution"))
                .containsText(Pattern.compile(
                        "3 of 3\\d\\d\\.\\d\\d\u00a0% ± .*[123]\\.\\d\\d[0-3] / [0-3] / [0-3]\\d\\.\\d{3}"));
        strategiesCanBeTakenOutOfTheChart();
        runsLeadToTheirExperiments();
        runsAreListedOnRequest();
        itIsDeletedWithItsExperiments();
    }

    private void strategiesCanBeTakenOutOfTheChart() {
        Assertions.assertThat(curves()).isEqualTo(6);
        tab.find("#legend label", "random").click();
        Assertions.assertThat(curves()).isEqualTo(3);
        tab.find("#legend input").first().press("Space");
        Assertions.assertThat(curves()).isEqualTo(6);
    }

    /** For each strategy the two bounds of its band, and its line. */
    private int curves() {
        return (int) tab.evaluate("Chart.getChart(document.querySelector('canvas')).data.datasets.length");
    }

    private void runsLeadToTheirExperiments() {
        tab.find("#runs summary").click();
        assertThat(tab.find("#runs a")).hasCount(6);
        tab.find("#runs a").last().click();
        assertThat(tab.find("h1")).containsText(NAME + ": regularized-evolution, seed 3");
    }

    private void runsAreListedOnRequest() {
        go("/");
        tab.find("#filters input[name=name]").fill(NAME);
        assertThat(tab.find("#nothing-found")).isVisible();
        tab.find("#filters input[name=comparisons]").check();
        assertThat(tab.find("#list tbody tr")).hasCount(6);
    }

    private void itIsDeletedWithItsExperiments() throws Exception {
        go("/comparisons");
        assertThat(tab.find("#comparisons tbody tr", NAME)).containsText("random, regularized-evolution");
        assertThat(tab.find("#comparisons tbody tr", NAME)).containsText("6 of 6");
        tab.find("button[aria-label='Delete " + NAME + "']").click();
        tab.find("dialog button[value=yes]").click();
        assertThat(tab.find("#comparisons tbody tr", NAME)).hasCount(0);
        Assertions.assertThat(read("/api/v1/experiments?label=comparison&name=digits-cells"))
                .containsPattern("\"totalItems\"\\s*:\\s*0");
    }

    @Test
    void theFormShowsErrorsAtTheirFieldsAndBeginsAComparison() {
        tab.expectStatus(422);
        go("/comparisons");
        tab.find("#search").selectOption("benchmark digits-cells");
        tab.find("#name").fill("from the form");
        tab.find("#compare button[type=submit]").click();
        assertThat(tab.find("#compare .error-summary")).isFocused();
        assertThat(tab.find("fieldset[data-field=strategies] .field-error")).containsText("2");
        assertThat(tab.find("#name")).hasValue("from the form");

        tab.find("#strategy-nsga2").check();
        tab.find("#trials").fill("0");
        tab.find("#compare button[type=submit]").click();
        assertThat(tab.find("#trials")).hasAttribute("aria-invalid", "true");
        assertThat(tab.find("fieldset[data-field=strategies] .field-error")).hasCount(0);

        tab.find("#trials").fill("12");
        tab.find("#objectives select").first().selectOption("energy");
        tab.find("#compare button[type=submit]").click();
        assertThat(tab.find("#objectives select").first()).hasAttribute("aria-invalid", "true");

        tab.find("#objectives select").first().selectOption("accuracy");
        tab.find("#add-objective").click();
        tab.find("#objectives .row").last().locator("select").first().selectOption("latency");
        tab.find("#seeds").fill("2");
        assertThat(tab.find("#runs")).hasText("4 runs, 48 trials");
        tab.find("#compare button[type=submit]").click();
        tab.page().waitForURL(Pattern.compile("/comparisons/[0-9a-f-]{36}$"));
        assertThat(tab.find("#state")).hasText("finished", PATIENT);
        assertThat(tab.find("#courses-summary")).containsText("Hypervolume of the front so far");
        assertThat(tab.find("#strategies tbody tr", "nsga2")).containsText("2 of 2");
    }

    @Test
    void anExperimentIsATemplate() throws Exception {
        String id = experiment("template", 1);
        cancel(id);
        go("/comparisons");
        tab.find("#search").selectOption("experiment " + id);
        assertThat(tab.find("#search-hint")).hasText("digits, accuracy and latency on host");
        assertThat(tab.find("#metrics")).isHidden();
        assertThat(tab.find("#trials")).hasValue("1");
        tab.find("#strategy-nsga2").check();
        tab.find("#seeds").fill("1");
        tab.find("#compare button[type=submit]").click();
        tab.page().waitForURL(Pattern.compile("/comparisons/[0-9a-f-]{36}$"));
        assertThat(tab.find("h1")).containsText("Strategies on template");
        tab.find("#runs summary").click();
        assertThat(tab.find("#runs a")).hasCount(2);
        assertThat(tab.find("#state")).hasText("finished", PATIENT);
    }

    private String read(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address(path))).build(), BodyHandlers.ofString())
                .body();
    }
}
