package dev.skyline.dashboard;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Everything by keys alone: no test here touches the mouse. */
class ControlByKeyboardTest extends BrowserTest {

    private static final int ENOUGH = 40;

    @Test
    void anExperimentIsPausedResumedCancelledAndDeletedByKeyboard() throws Exception {
        String id = experiment("by keyboard", 500);
        go("/experiments/" + id);
        assertThat(tab.find("#state")).hasText("running", new LocatorAssertions.HasTextOptions().setTimeout(LONG));

        tabTo("[data-action=pause]");
        press("Enter");
        assertThat(tab.find("#state")).hasText("paused");
        assertThat(tab.find("#announcer")).hasText("The experiment is paused.");
        assertThat(tab.find("[data-action=resume]")).isFocused();

        press("Enter");
        assertThat(tab.find("#state")).hasText(Pattern.compile("queued|running"));
        assertThat(tab.find("[data-action=pause]")).isEnabled();

        tabTo("[data-action=cancel]");
        press("Enter");
        assertThat(tab.find("dialog button[value=no]")).isFocused();
        press("Escape");
        assertThat(tab.find("dialog[open]")).hasCount(0);
        assertThat(tab.find("[data-action=cancel]")).isFocused();

        press("Enter");
        press("Tab");
        press("Enter");
        assertThat(tab.find("#state")).hasText("cancelled");
        assertThat(tab.find("[data-action=delete]")).isFocused();

        // A read that is under way when the experiment goes finds nothing.
        tab.expectStatus(404);
        press("Enter");
        press("Tab");
        press("Enter");
        tab.page().waitForURL(address("/"));
        go("/experiments/" + id);
        assertThat(tab.find("h1")).hasText("There is no such page");
    }

    @Test
    void theFirstStopOfEveryPageSkipsToItsContent() {
        go("/datasets");
        press("Tab");
        assertThat(tab.find(".skip-link")).isFocused();
        press("Enter");
        assertThat(tab.find("main")).isFocused();
    }

    @Test
    void objectivesAreAddedAndRemovedByKeyboardAndTheFocusStaysNear() {
        go("/experiments/new");
        assertThat(tab.find("#objectives .row")).hasCount(2);
        tabTo("#add-objective");
        press("Enter");
        assertThat(tab.find("#objectives .row")).hasCount(3);
        assertThat(tab.find("#objectives .row").nth(2).locator("select").first())
                .isFocused();
        tabTo("#objectives .row:nth-child(3) button");
        press("Enter");
        assertThat(tab.find("#objectives .row")).hasCount(2);
        assertThat(tab.find("#objectives .row").nth(1).locator("select").first())
                .isFocused();
    }

    private void press(String key) {
        tab.page().keyboard().press(key);
    }

    /** Goes from control to control until this one has the focus. */
    private void tabTo(String selector) {
        Page page = tab.page();
        page.waitForSelector(selector + ":not([disabled])");
        for (int i = 0; i < ENOUGH; i++) {
            press("Tab");
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("the key Tab does not lead to " + selector);
    }
}
