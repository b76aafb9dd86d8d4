package dev.skyline.dashboard;

import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What the form does with what it is given, and with what the service refuses. */
class FormErrorsTest extends BrowserTest {

    @Test
    void errorsStandAtTheirFieldsAndNothingThatWasTypedIsLost() {
        tab.expectStatus(422);
        go("/experiments/new");
        tab.find("#name").fill("kept");
        tab.find("#searchSpace").selectOption("nas-bench-201");
        tab.find("#searchSpace-settings-channels").fill("0");
        tab.find("#estimator-settings-epochs").fill("0");
        tab.find("#add-constraint").click();
        tab.find("button[type=submit]").click();

        assertThat(tab.find("#error-summary")).isFocused();
        assertThat(tab.find("#searchSpace-settings-channels")).hasAttribute("aria-invalid", "true");
        assertThat(tab.find("#searchSpace-settings-channels")).hasAccessibleDescription(Pattern.compile("must lie in"));
        assertThat(tab.find("#estimator-settings-epochs")).hasAttribute("aria-invalid", "true");
        assertThat(tab.find("#constraints")).containsText("needs atMost or atLeast");
        assertThat(tab.find("#name")).hasValue("kept");
        assertThat(tab.find("#estimator-settings-epochs")).hasValue("0");

        tab.find("#error-summary a", "Channels").click();
        assertThat(tab.find("#searchSpace-settings-channels")).isFocused();

        tab.find("#searchSpace-settings-channels").fill("4");
        tab.find("#estimator-settings-epochs").fill("1");
        tab.find("#constraints button").click();
        tab.find("#check").click();
        assertThat(tab.find("#checked")).hasText("Nothing is wrong with it.");
        assertThat(tab.find("[aria-invalid]")).hasCount(0);
        assertThat(tab.find("#error-summary")).isHidden();
    }

    @Test
    void whatTheCheckDoubtsIsTold() {
        tab.page()
                .route(
                        "**/api/v1/experiments/validate",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody("{\"warnings\": [\"none of 500 architectures meets the constraints\"]}")));
        go("/experiments/new");
        assertThat(tab.find("#json")).containsText("strategy");
        tab.find("#check").click();
        assertThat(tab.find("#checked")).hasText("none of 500 architectures meets the constraints");
    }

    @Test
    void settingsOfOnePlugInAreKeptWhileAnotherIsLookedAt() {
        go("/experiments/new");
        tab.find("#strategy").selectOption("regularized-evolution");
        tab.find("#strategy-settings-populationSize").fill("33");
        tab.find("#strategy").selectOption("random");
        assertThat(tab.find("#strategy-settings-populationSize")).hasCount(0);
        tab.find("#strategy").selectOption("regularized-evolution");
        assertThat(tab.find("#strategy-settings-populationSize")).hasValue("33");
        assertThat(tab.find("#json")).containsText("\"populationSize\": 33");
        assertThat(tab.find("#curl")).containsText("curl -X POST " + address("/api/v1/experiments"));
    }

    @Test
    void anExperimentIsTheBeginningOfAnotherLikeIt() throws Exception {
        String id = experiment("to be repeated", 1);
        cancel(id);
        go("/experiments/" + id);
        tab.page().getByText("New one like this").click();
        assertThat(tab.find("#name")).hasValue("to be repeated again");
        assertThat(tab.find("#strategy")).hasValue("random");
        assertThat(tab.find("#estimator-settings-epochs")).hasValue("2");
        assertThat(tab.find("#estimator-settings-dataFraction")).hasValue("0.2");
        assertThat(tab.find("#maxTrials")).hasValue("1");
        assertThat(tab.find("#memory")).not().isChecked();
    }

    @Test
    void aSpaceOfYourOwnIsTypedAsADocumentAndItsErrorsTellTheirPlaceInIt() {
        tab.expectStatus(422);
        go("/experiments/new");
        tab.find("#searchSpace").selectOption("user-defined");
        assertThat(tab.find("#searchSpace-settings-document")).hasValue(Pattern.compile("\"stages\": \\["));
        tab.find("#searchSpace-settings-document").fill("{\"stages\": [{\"layers\": [{\"layer\": \"norms\"}]}]}");
        tab.find("#check").click();
        assertThat(tab.find("#searchSpace-settings-document"))
                .hasAccessibleDescription(Pattern.compile("stages\\[0\\]\\.layers\\[0\\]\\.layer: there is no layer"));

        tab.find("#searchSpace-settings-document").fill("{\"stages\": ");
        tab.find("#check").click();
        assertThat(tab.find("#searchSpace-settings-document"))
                .hasAccessibleDescription(Pattern.compile("must be an object"));

        tab.find("#searchSpace-settings-document")
                .fill("{\"stages\": [{\"layer\": \"convolution\", \"kernel\": {\"choice\": [1, 3]}}]}");
        tab.find("#check").click();
        assertThat(tab.find("#checked")).hasText("Nothing is wrong with it.");
    }
}
