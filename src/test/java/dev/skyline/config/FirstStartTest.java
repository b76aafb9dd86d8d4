package dev.skyline.config;

import dev.skyline.persistence.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole service; closed at the end, as it would listen and work on in the database of later tests. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "skyline.demo=false")
class FirstStartTest {

    @Autowired
    private FirstClient client;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    /** Asks as soon as the port is open. */
    @TestConfiguration
    static class FirstClient {

        private final Map<String, Integer> answers = new LinkedHashMap<>();

        @EventListener
        void ask(WebServerInitializedEvent opened) throws IOException, InterruptedException {
            for (String path : new String[] {"hardware-targets/host", "datasets/digits", "benchmarks/digits-cells"}) {
                URI address =
                        URI.create("http://127.0.0.1:" + opened.getWebServer().getPort() + "/api/v1/" + path);
                answers.put(
                        path,
                        HttpClient.newHttpClient()
                                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode());
            }
        }
    }

    @Test
    void whateverIsThereAfterwardsIsThereForTheFirstWhoAsks() {
        assertThat(client.answers)
                .hasSize(3)
                .allSatisfy((path, status) -> assertThat(status).as(path).isEqualTo(200));
    }
}
