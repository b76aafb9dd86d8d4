package dev.skyline.dashboard;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for all pages, in every kind of window. */
class EveryPageTest extends BrowserTest {

    /** Kinds of windows. */
    enum Window {
        WIDE_AND_LIGHT,
        WIDE_AND_DARK,
        NARROW
    }

    private static final String CUT_OFF = "[...document.querySelectorAll('canvas')].some(canvas => canvas.offsetParent"
            + " && canvas.getBoundingClientRect().right > canvas.parentElement.getBoundingClientRect().right + 1)";

    private static String experiment;
    private static String severalDevices;
    private static String comparison;

    @ParameterizedTest
    @EnumSource(Window.class)
    void pagesAreAccessibleFitTheirWindowAndKeepToThisHost(Window window) throws Exception {
        for (String page : pages()) {
            try (Tab opened = open(window)) {
                if (page.equals("/no/such/page")) {
                    opened.expectStatus(404);
                }
                opened.page().navigate(address(page));
                opened.page().waitForLoadState(LoadState.NETWORKIDLE);
                opened.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
                opened.page().waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(opened.scrollsSideways())
                        .as("%s scrolls sideways", page)
                        .isFalse();
                assertThat((boolean) opened.evaluate(CUT_OFF))
                        .as("%s has a drawing that is cut off", page)
                        .isFalse();
                assertThat(violations(opened)).as("accessibility of %s", page).isEqualTo(List.of());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.class,
            names = {"WIDE_AND_LIGHT", "WIDE_AND_DARK"})
    void theThemeFollowsTheSystemUntilOneIsChosen(Window window) {
        boolean dark = window == Window.WIDE_AND_DARK;
        try (Tab opened = open(window)) {
            opened.page().navigate(address("/datasets"));
            assertThat(isDark(opened)).isEqualTo(dark);
            opened.find("#theme-toggle").click();
            assertThat(isDark(opened)).isEqualTo(!dark);
            opened.page().reload();
            assertThat(isDark(opened)).isEqualTo(!dark);
        }
    }

    @Test
    void modulesAreAskedForEachTimeAndSentAgainOnlyWhenTheyHaveChanged() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI module = URI.create(address("/js/api.js"));
        HttpResponse<String> first = client.send(HttpRequest.newBuilder(module).build(), BodyHandlers.ofString());
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(first.headers().firstValue("Last-Modified")).isEmpty();
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = client.send(
                HttpRequest.newBuilder(module).header("If-None-Match", tag).build(), BodyHandlers.ofString());
        assertThat(second.statusCode()).isEqualTo(304);
    }

    private List<String> pages() throws IOException, InterruptedException {
        if (experiment == null) {
            experiment = experiment("on every page", 2);
            tab.page().navigate(address("/experiments/" + experiment));
            PlaywrightAssertions.assertThat(tab.find("#state"))
                    .hasText("succeeded", new LocatorAssertions.HasTextOptions().setTimeout(LONG));
            severalDevices = severalDevices();
            comparison = comparison("strategies on every page");
            tab.page().navigate(address("/comparisons/" + comparison));
            PlaywrightAssertions.assertThat(tab.find("#state"))
                    .hasText("finished", new LocatorAssertions.HasTextOptions().setTimeout(LONG));
        }
        return List.of(
                "/",
                "/experiments/new",
                "/experiments/" + experiment,
                "/experiments/" + experiment + "/trials/1",
                "/experiments/" + severalDevices,
                "/experiments/" + severalDevices + "/trials/1",
                "/experiments/new?from=" + severalDevices,
                "/benchmarks",
                "/datasets",
                "/comparisons",
                "/comparisons/" + comparison,
                "/datasets/digits",
                "/hardware-targets",
                "/hardware-targets/host",
                "/login",
                "/no/such/page");
    }

    /** With the longest words that a table and a choice have to hold. */
    private String severalDevices() throws IOException, InterruptedException {
        post("/api/v1/hardware-targets", "{\"name\": \"a-board-of-a-long-name\", \"kind\": \"roofline\"}");
        return create("/api/v1/experiments", """
                {"name": "several devices on every page", "benchmark": "digits-cells", "strategy": {"type": "random"},
                 "hardwareTargets": ["host", "a-board-of-a-long-name"], "budget": {"maxTrials": 20},
                 "objectives": [{"metric": "accuracy"},
                                {"metric": "latency", "target": "sum(0.25*host,1*a-board-of-a-long-name)"}],
                 "constraints": [{"metric": "latency", "target": "max(host,a-board-of-a-long-name)", "atMost": 1000}]}
                """);
    }

    private static Tab open(Window window) {
        return switch (window) {
            case WIDE_AND_LIGHT -> Tab.open(chromium().browser());
            case WIDE_AND_DARK -> Tab.dark(chromium().browser());
            case NARROW -> Tab.narrow(chromium().browser());
        };
    }

    private static boolean isDark(Tab opened) {
        return opened.evaluate("getComputedStyle(document.documentElement).colorScheme")
                .equals("dark");
    }

    /** By axe, which finds what a program can find of WCAG 2.2 A and AA. */
    private static Object violations(Tab opened) throws IOException {
        try (InputStream axe = EveryPageTest.class.getResourceAsStream("/axe.min.js")) {
            opened.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return opened.evaluate("""
                axe.run(document, { resultTypes: ['violations'] }).then(result =>
                  result.violations.map(each => each.id + ': ' + each.nodes.map(node => node.target).join(', ')))
                """);
    }
}
