package dev.skyline.dashboard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What a newcomer does first: create a search, watch it, look at what it has found. */
class SearchJourneyTest extends BrowserTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(LONG);

    @Test
    void anEmptyServiceSaysWhatToDo() {
        tab.page()
                .route(
                        "**/api/v1/experiments?*",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody("{\"items\": [], \"page\": 0, \"size\": 20, \"totalItems\": 0}")));
        go("/");
        assertThat(tab.find("#empty")).containsText("Create an experiment");
        assertThat(tab.find("#filters")).isHidden();
        tab.find("#empty .primary").click();
        assertThat(tab.find("h1")).hasText("New experiment");
    }

    @Test
    void aSearchFromTheFormShowsItsPointsAsTheyArriveAndItsTrialsInDetail() {
        go("/experiments/new");
        tab.find("#name").fill("from the form");
        tab.find("#labels").fill("journey, first");
        tab.find("#searchSpace").selectOption("sequential");
        tab.find("#strategy").selectOption("random");
        tab.find("#estimator-settings-epochs").fill("5");
        tab.find("#maxTrials").fill("3");
        assertThat(tab.find("#json")).containsText("\"maxTrials\": 3");
        tab.find("#check").click();
        assertThat(tab.find("#checked")).hasText("Nothing is wrong with it.");
        tab.find("button[type=submit]").click();

        tab.page().waitForURL(Pattern.compile("/experiments/[0-9a-f-]{36}$"));
        assertThat(tab.find("h1")).containsText("from the form");
        assertThat(tab.find("#running")).containsText(Pattern.compile("epoch \\d of 5, accuracy"), PATIENT);
        assertThat(tab.find("#scatter-summary"))
                .containsText(Pattern.compile("^\\d trials?, \\d on the front"), PATIENT);
        assertThat(tab.find("#state")).containsText("succeeded", PATIENT);
        assertThat(tab.find("#end")).containsText("MaxTrialsReached");
        assertThat(tab.find("#progress-text")).containsText("3 of 3 trials");
        assertThat(tab.find("#scatter-summary")).containsText(Pattern.compile("best accuracy \\d+\\.\\d\\d\u00a0%"));
        assertThat(tab.find("#hypervolume-summary")).containsText("Hypervolume");
        assertThat(tab.find("#best-summary")).containsText("Accuracy");
        assertThat(tab.find("#trials tbody tr")).hasCount(3);
        Assertions.assertThat(inked("#scatter canvas")).as("pixels drawn").isGreaterThan(500);

        tab.find("#trials tbody a").last().click();
        trialPageTellsAll();
        listShowsIt();
    }

    @Test
    void aClickOnAPointOpensItsTrial() throws Exception {
        String id = experiment("clicked", 1);
        go("/experiments/" + id);
        assertThat(tab.find("#state")).containsText("succeeded", PATIENT);
        assertThat(tab.find("#scatter-summary")).containsText("1 trial");
        Locator canvas = tab.find("#scatter canvas");
        canvas.scrollIntoViewIfNeeded();
        // A single point lies in the middle of the axes.
        double[] middle = middleOfAxes();
        canvas.click(new Locator.ClickOptions().setPosition(middle[0], middle[1]));
        tab.page().waitForURL("**/experiments/" + id + "/trials/1");
        assertThat(tab.find("h1")).containsText("Trial 1");
    }

    private void trialPageTellsAll() {
        assertThat(tab.find("h1")).containsText("Trial 1");
        assertThat(tab.find("#measurements")).containsText(Pattern.compile("Latency on host\\s*[\\d.]+\u00a0ms"));
        assertThat(tab.find("#measurements")).containsText(Pattern.compile("Parameters\\s*[\\d.]+"));
        assertThat(tab.find("#curves-summary")).containsText("Epoch 5 of 5");
        assertThat(tab.find("svg.network title")).containsText("Drawing of the network");
        Assertions.assertThat(tab.find("svg.network .block").count()).isGreaterThan(2);
        tab.find("#network summary").click();
        assertThat(tab.find("#network-list")).containsText("Softmax");
        assertThat(tab.find("#download")).isVisible();
        tab.page().getByText("Next", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(tab.find("h1")).containsText("Trial 2");
        tab.find(".breadcrumb a").last().click();
        assertThat(tab.find("h1")).containsText("from the form");
    }

    private void listShowsIt() {
        go("/");
        tab.find("#filters input[name=label]").fill("journey");
        Locator row = tab.find("#list tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row)
                .containsText(Pattern.compile("from the form.*succeeded.*3 of 3.*% accuracy.*ms latency on host"));
        tab.find("#filters input[name=name]").fill("no such name");
        assertThat(tab.find("#nothing-found")).isVisible();
    }

    /** How many pixels of a chart are not blank. */
    private int inked(String canvas) {
        return (int) tab.evaluate("""
                (() => {
                  const canvas = document.querySelector('%s');
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  let inked = 0;
                  for (let i = 3; i < data.length; i += 4) inked += data[i] > 0 ? 1 : 0;
                  return inked;
                })()
                """.formatted(canvas));
    }

    private double[] middleOfAxes() {
        return ((List<?>) tab.evaluate("""
                        (() => {
                          const chart = Chart.getChart(document.querySelector('#scatter canvas'));
                          const { x, y } = chart.data.datasets[0].data[0];
                          return [chart.scales.x.getPixelForValue(x), chart.scales.y.getPixelForValue(y)];
                        })()
                        """))
                .stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }
}
