package dev.skyline.dashboard;

import com.microsoft.playwright.Page;
import dev.skyline.api.WebOnly;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.Scenario;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The pages of a service that asks for tokens. */
@SpringBootTest(
        classes = {
            WebOnly.class,
            FakeCore.class,
            ExperimentPages.class,
            OtherPages.class,
            PageAdvice.class,
            PageFiles.class
        },
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "skyline.data-dir=target/sign-in-test",
            "skyline.security.tokens=ann:researcher:" + SignInTest.RESEARCHER + ",bob:viewer:" + SignInTest.VIEWER
        })
class SignInTest {

    static final String RESEARCHER = "researcher-0123456789";
    static final String VIEWER = "viewer-0123456789";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private FakeCore core;

    private Tab tab;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void endBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        core.reset();
        tab = Tab.open(chromium.browser());
    }

    @AfterEach
    void close() {
        tab.close();
    }

    @Test
    void whoeverIsNotSignedInComesToTheSignInPageAndFromThereToTheirs() {
        go("/datasets");
        assertThat(tab.find("h1")).hasText("Sign in");
        assertThat(tab.find("#token")).isFocused();
        signIn("wrong-0123456789");
        assertThat(tab.find("[role=alert]")).hasText("This token is not known here.");
        assertThat(tab.find("#token")).hasAttribute("aria-invalid", "true");
        signIn(VIEWER);
        assertThat(tab.find("h1")).hasText("Data sets");
        assertThat(tab.find("#datasets")).containsText("digits");

        tab.page().getByText("Sign out").click();
        assertThat(tab.find("h1")).hasText("Sign in");
        go("/");
        assertThat(tab.find("h1")).hasText("Sign in");
    }

    @Test
    void aViewerIsToldWhatTheirRoleDoesNotAllowAndThePageThatGoesOnDoesNotTakeItBack() {
        tab.expectStatus(403);
        go("/experiments/" + Scenario.ID);
        signIn(VIEWER);
        tab.find("[data-action=pause]").click();
        assertThat(tab.find("#notice")).containsText("does not allow this");
        for (int refresh = 0; refresh < 2; refresh++) {
            tab.page().waitForResponse("**/api/v1/experiments/" + Scenario.ID, () -> {});
        }
        assertThat(tab.find("#notice")).containsText("does not allow this");
    }

    @Test
    void aResearcherChangesThingsAndGetsCommandsThatNameTheToken() {
        go("/experiments/" + Scenario.ID);
        signIn(RESEARCHER);
        tab.find("[data-action=cancel]").click();
        tab.find("dialog button[value=yes]").click();
        assertThat(tab.find("#state")).hasText("cancelled");
        tab.page()
                .getByText("New one like this", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(tab.find("#curl")).containsText("Authorization: Bearer $SKYLINE_TOKEN");
        tab.find("#check").click();
        assertThat(tab.find("#checked")).hasText("Nothing is wrong with it.");
    }

    private void go(String path) {
        tab.page().navigate("http://127.0.0.1:" + port + path);
    }

    private void signIn(String token) {
        tab.find("#token").fill(token);
        tab.find("button.primary").click();
    }
}
