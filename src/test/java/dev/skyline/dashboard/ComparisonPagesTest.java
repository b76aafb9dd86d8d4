package dev.skyline.dashboard;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Comparisons, begun through the API and looked at, or begun on their page. */
class ComparisonPagesTest extends BrowserTest {

    private static final String COMPARISONS = "/api/v1/comparisons";

    @Test
    void aComparisonOnTheBundledBenchmarkRunsByItselfToItsEnd() throws Exception {
        String answer = send("POST", COMPARISONS, """
                {"spec": {"name": "two on digits-cells", "benchmark": "digits-cells",
                          "objectives": [{"metric": "accuracy"}], "budget": {"maxTrials": 20}},
                 "strategies": [{"type": "random"}, {"type": "regularized-evolution"}], "seedCount": 3}
                """);
        String id = answer.replaceFirst("(?s)^\\{\\s*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> send("GET", COMPARISONS + "/" + id, "").contains("\"FINISHED\""));
        assertThat(send("GET", COMPARISONS + "/" + id, ""))
                .containsPattern("\"runsDone\"\\s*:\\s*6")
                .containsPattern("\"againstRandom\"\\s*:\\s*\\{")
                .contains("\"trials\":20");
    }

    private String send(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(path)))
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
