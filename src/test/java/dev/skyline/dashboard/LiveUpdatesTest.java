package dev.skyline.dashboard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Pages move by themselves, with the event stream and without. */
class LiveUpdatesTest extends BrowserTest {

    private static final String CELLS = "{\"type\": \"nas-bench-201\", \"settings\": {\"channels\": 16}}";

    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(LONG);

    @Test
    void withoutAnEventStreamThePagePolls() throws Exception {
        tab.page().route("**/events", Route::abort);
        String id = experiment("polled", 2);
        go("/experiments/" + id);
        assertThat(tab.find("#state")).containsText("succeeded", PATIENT);
        assertThat(tab.find("#scatter-summary")).containsText("2 trials");
    }

    @Test
    void theListFollowsWhatHappens() throws Exception {
        go("/");
        String id = experiment("seen from the list", 1);
        assertThat(tab.find("#list")).containsText("seen from the list");
        assertThat(tab.find("#list tr", "seen from the list"))
                .containsText(Pattern.compile("succeeded.*1 of 1"), PATIENT);
        tab.page().getByText("seen from the list").click();
        tab.page().waitForURL("**/experiments/" + id);
    }

    @Test
    void aRowIsNotReplacedBetweenPressAndRelease() throws Exception {
        experiment("pressed", 1);
        go("/");
        Locator link = tab.find("#list a", "pressed");
        link.hover();
        tab.page().mouse().down();
        tab.page().waitForResponse("**/api/v1/experiments?*", () -> {});
        tab.page().waitForTimeout(500);
        tab.page().mouse().up();
        assertThat(tab.find("h1")).containsText("pressed");
    }

    @Test
    void aRunningTrialDrawsItsCurveEpochByEpoch() throws Exception {
        String id = experiment("one long trial", 1, CELLS, 1000);
        go("/experiments/" + id);
        tab.find("#running a").click(new Locator.ClickOptions().setTimeout(LONG));
        assertThat(tab.find("#curves-summary")).containsText(Pattern.compile("^Epoch \\d+ of 1000"), PATIENT);
        String seen = tab.find("#curves-summary").textContent();
        assertThat(tab.find("#curves-summary")).not().hasText(seen);
        cancel(id);
        assertThat(tab.find("#state")).hasText("cancelled");
        assertThat(tab.find("#announcer")).hasText("Trial 1 is cancelled.");
    }
}
