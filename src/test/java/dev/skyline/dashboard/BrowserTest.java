package dev.skyline.dashboard;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A test of the whole service through its pages. All of them share one service and its data. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "skyline.demo=false")
abstract class BrowserTest {

    /** Time for what has to be trained first; the browser waits no longer than it must. */
    static final double LONG = 120_000;

    private static final double SHORT = 15_000;

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    Tab tab;

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry registry) {
        registry.add("skyline.data-dir", DataDirectory.PATH::toString);
    }

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(SHORT);
    }

    @AfterAll
    static void endBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openTab() {
        tab = Tab.open(chromium.browser());
    }

    @AfterEach
    void closeTab() {
        tab.close();
    }

    static Chromium chromium() {
        return chromium;
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    void go(String path) {
        tab.page().navigate(address(path));
    }

    /** Creates an experiment of short trials through the API. */
    String experiment(String name, int trials) throws IOException, InterruptedException {
        return experiment(name, trials, "{\"type\": \"sequential\"}", 2);
    }

    /** @param space as the API takes it */
    String experiment(String name, int trials, String space, int epochs) throws IOException, InterruptedException {
        String spec = """
                {"name": "%s", "dataset": "digits",
                 "searchSpace": %s, "strategy": {"type": "random"},
                 "estimator": {"type": "training", "settings": {"epochs": %d, "dataFraction": 0.2}},
                 "objectives": [{"metric": "accuracy"}, {"metric": "latency", "target": "host"}],
                 "budget": {"maxTrials": %d}, "parallelism": 1, "memory": "off"}
                """.formatted(name, space, epochs, trials);
        return create("/api/v1/experiments", spec);
    }

    /** Creates a comparison of two strategies on the bundled benchmark: 20 trials, three seeds. */
    String comparison(String name) throws IOException, InterruptedException {
        return create("/api/v1/comparisons", """
                {"spec": {"name": "%s", "benchmark": "digits-cells",
                          "objectives": [{"metric": "accuracy"}], "budget": {"maxTrials": 20}},
                 "strategies": [{"type": "random"}, {"type": "regularized-evolution"}], "seedCount": 3}
                """.formatted(name));
    }

    /** Creates something that has an id. */
    String create(String path, String body) throws IOException, InterruptedException {
        String answer = post(path, body);
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new AssertionError("nothing was created: " + answer);
        }
        return id.group(1);
    }

    String post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(path)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    /** Ends an experiment that would otherwise take the others' time. */
    void cancel(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address("/api/v1/experiments/" + id + "/cancel")))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }

    /** One for all classes, so that they share the cached service. */
    private static final class DataDirectory {

        static final Path PATH = create();

        private static Path create() {
            try {
                return Files.createTempDirectory(Path.of("target"), "dashboard-data");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
