package dev.skyline.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser tab that holds against the pages what nobody would see: console errors, failed and foreign requests. */
final class Tab implements AutoCloseable {

    static final int NARROW = 400;

    /** Chromium's own words for an answer with an error status; which of them are expected, a test says. */
    private static final String FAILED_LOAD = "Failed to load resource";

    private static final Set<String> OWN_HOSTS = Set.of("127.0.0.1", "localhost");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();

    private Tab(Browser browser, Browser.NewContextOptions options) {
        context = browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
        page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequest(this::sent);
        page.onResponse(this::answered);
    }

    static Tab open(Browser browser) {
        return new Tab(browser, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    static Tab narrow(Browser browser) {
        return new Tab(browser, new Browser.NewContextOptions().setViewportSize(NARROW, 800));
    }

    static Tab dark(Browser browser) {
        return new Tab(
                browser,
                new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Those that contain a text. */
    Locator find(String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    Object evaluate(String script) {
        return page.evaluate(script);
    }

    /** An answer of this status is part of the test. */
    void expectStatus(int status) {
        expected.add(status);
    }

    /** Whether the page as a whole is wider than the window. */
    boolean scrollsSideways() {
        return (boolean) evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(FAILED_LOAD)) {
            complaints.add("console: " + message.text());
        }
    }

    private void sent(Request request) {
        URI uri = URI.create(request.url());
        if (!OWN_HOSTS.contains(uri.getHost())) {
            complaints.add("another host: " + request.url());
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400 && !expected.contains(response.status())) {
            complaints.add(response.status() + " for " + response.url());
        }
    }
}
