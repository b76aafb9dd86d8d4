package dev.skyline.config.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skyline.api.WebOnly;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.LocalEvents;
import dev.skyline.api.fake.Scenario;
import dev.skyline.experiment.ExperimentEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service without tokens: everybody on this machine may do everything, and no foreign web page anything. */
@SpringBootTest(
        classes = {WebOnly.class, FakeCore.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"skyline.data-dir=target/open-test", "skyline.events.keep-alive-millis=200"})
class OpenServiceTest {

    private static final String LIST = "/api/v1/experiments";
    private static final String CANCEL = LIST + "/" + Scenario.ID + "/cancel";

    @LocalServerPort
    private int port;

    @Autowired
    private FakeCore core;

    @Autowired
    private LocalEvents events;

    private Http http;

    @BeforeEach
    void reset() {
        core.reset();
        http = new Http(port);
    }

    @Test
    void nobodyNeedsAToken() throws Exception {
        assertThat(http.get(LIST).statusCode()).isEqualTo(200);
        assertThat(http.send("POST", CANCEL, "").statusCode()).isEqualTo(200);
        assertThat(http.get(LIST).headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Origin, http://127.0.0.1"
    })
    void aForeignPageMayChangeNothing(String header, String value) throws Exception {
        assertProblem(http.send("POST", CANCEL, "", header, value).body(), "forbidden");
        assertProblem(http.send("DELETE", LIST + "/" + Scenario.ID, "", header, value).body(), "forbidden");
        assertThat(http.get(LIST + "/" + Scenario.ID, header, value).statusCode()).isEqualTo(200);
    }

    @Test
    void theServicesOwnPagesMay() throws Exception {
        String own = "http://127.0.0.1:" + port;
        assertThat(http.send("POST", CANCEL, "", "Origin", own, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:%d", "127.0.0.1:%d", "[::1]:%d", "skyline.localhost:%d", "127.1.2.3"})
    void namesOfThisMachineAreAnswered(String host) throws IOException {
        assertThat(get(LIST, host.formatted(port)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:%d",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "notlocalhost",
                "192.168.0.1",
                "0.0.0.0:%d"
            })
    void aForeignNameIsNot(String host) throws IOException {
        Raw.Answer answer = get(LIST, host.formatted(port));
        assertThat(answer.status()).isEqualTo(403);
        assertProblem(answer.body(), "forbidden");
        assertThat(get("/actuator/health", host.formatted(port)).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/% HTTP/1.1, 400",
        "GET /api/v1/[x] HTTP/1.1, 400",
        "GET /api/v1/a%2Fb HTTP/1.1, 400",
        "GET /api/v1/%00 HTTP/1.1, 400",
        "GET /api//v1 HTTP/1.1, 400",
        "GET /api/v1/x;y=1 HTTP/1.1, 400",
        "GET /api/v1/../../etc HTTP/1.1, 400",
        "FOO /api/v1/experiments HTTP/1.1, 400",
        "TRACE /api/v1/experiments HTTP/1.1, 405",
        "GET /api/v1/nothing HTTP/1.1, 404",
        "PUT /api/v1/experiments HTTP/1.1, 405"
    })
    void whatNeverReachesAControllerIsAProblemAllTheSame(String requestLine, int status) throws IOException {
        Raw.Answer answer = Raw.send(port, requestLine, List.of("Host: localhost"), "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("urn:skyline:problem:").contains("\"status\":" + status);
    }

    @Test
    void aHugeBodyIsRefusedAndTheClientHearsIt() throws Exception {
        String huge = "{\"notes\": \"" + "x".repeat(10 << 20) + "\"}";
        var answer = http.send("POST", LIST, huge, "Content-Type", "application/json");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertProblem(answer.body(), "too-large");
    }

    @Test
    void aHugeBodyOfUnknownLengthIsRefusedToo() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + LIST + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 32; i++) {
                out.write(chunk);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:skyline:problem:too-large");
        }
    }

    @Test
    void everyAnswerKeepsBrowsersFromWhatNoPageAsksFor() throws Exception {
        var headers = http.get(LIST).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cache-Control")).contains("no-cache, private");
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void onlyHealthInfoAndPrometheusAreExposed() throws Exception {
        assertThat(http.get("/actuator/health").body()).contains("\"status\":\"UP\"");
        assertThat(http.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        for (String hidden : List.of("env", "configprops", "beans", "heapdump", "loggers", "shutdown")) {
            assertThat(http.get("/actuator/" + hidden).statusCode()).as(hidden).isEqualTo(404);
        }
    }

    @Test
    void swaggerUiIsServedWithItsOwnPolicy() throws Exception {
        var redirect = http.get("/swagger-ui");
        assertThat(redirect.statusCode()).isEqualTo(302);
        var page = http.get("/swagger-ui/index.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("style-src 'self' 'unsafe-inline'")
                .doesNotContain("script-src");
        assertThat(http.get("/swagger-ui/swagger-initializer.js").body()).contains("/v3/api-docs");
    }

    @Test
    void eventsComeAsTheyHappenAndTheConnectionIsKeptAlive() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + LIST + "/" + Scenario.ID + "/events HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Last-Event-ID: whatever\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            List<String> head = until(in, "event:experiment");
            assertThat(head).contains("HTTP/1.1 200 ").anyMatch(line -> line.startsWith("Content-Type: text/event-stream"));
            assertThat(until(in, "data:{\"").get(0)).isNotNull();
            until(in, ": keep-alive");
            events.publish(new ExperimentEvent(Scenario.ID, "trial", Map.of("number", 5)));
            List<String> event = until(in, "data:{\"number\":5}");
            assertThat(event).contains("event:trial").anyMatch(line -> line.matches("id:\\d+"));
        }
    }

    private static List<String> until(BufferedReader in, String start) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            if (line.startsWith(start)) {
                return lines;
            }
        }
        throw new AssertionError("the stream ended after " + lines);
    }

    private Raw.Answer get(String path, String host) throws IOException {
        return Raw.send(port, "GET " + path + " HTTP/1.1", List.of("Host: " + host), "");
    }

    private static void assertProblem(String body, String slug) {
        assertThat(body).contains("urn:skyline:problem:" + slug);
    }
}
