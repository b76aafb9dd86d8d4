package dev.skyline.dashboard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Pages move by themselves, with the event stream and without. */
class LiveUpdatesTest extends BrowserTest {

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
    void aRunningTrialDrawsItsCurveEpochByEpoch() throws Exception {
        String id = experiment("one long trial", 1);
        go("/experiments/" + id);
        tab.find("#running a").click(new Locator.ClickOptions().setTimeout(LONG));
        assertThat(tab.find("#curves-summary")).containsText("Epoch 2 of 2", PATIENT);
        assertThat(tab.find("#state")).containsText("succeeded", PATIENT);
        assertThat(tab.find("#announcer")).containsText("Trial 1 is succeeded.");
    }
}
