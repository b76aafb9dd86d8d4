package dev.skyline.agent;

import dev.skyline.persistence.TestDatabase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** Service and agents as processes, which are killed while they work. */
@Timeout(300)
class AgentEndToEndTest {

    private static final int TRIALS = 4;

    private static final String TARGET = """
            {"name": "%s", "kind": "agent", "settings": {"maxSeconds": 0.5, "patience": 1}}""";

    private static final String SEARCH = """
            {"name": "measured elsewhere", "dataset": "digits",
             "searchSpace": {"type": "sequential", "settings": {"maxLayers": 2, "filters": [8]}},
             "strategy": {"type": "random"},
             "estimator": {"type": "training", "settings": {"epochs": 1, "dataFraction": 0.2}},
             "hardwareTargets": ["%1$s"],
             "objectives": [{"metric": "accuracy"}, {"metric": "latency", "target": "%1$s"}],
             "budget": {"maxTrials": %2$d}, "memory": "off", "seed": 5}""";

    @TempDir
    private Path directory;

    @Test
    void whateverIsKilledEveryTrialIsMeasuredAndRecordedOnce() throws IOException, InterruptedException {
        try (Programs programs = new Programs(directory)) {
            programs.startService();
            String token = programs.post("/api/v1/hardware-targets", TARGET.formatted("shelf"))
                    .path("token")
                    .asString();
            Process agent = programs.startAgent(token);
            JdbcTemplate database = new JdbcTemplate(TestDatabase.dataSource(programs.database()));
            String experiment = "/api/v1/experiments/"
                    + programs.post("/api/v1/experiments", SEARCH.formatted("shelf", TRIALS))
                            .path("id")
                            .asString();

            programs.await(experiment, e -> succeeded(e) >= 1);
            awaitJobOut(database);
            Programs.kill(agent);
            agent = programs.startAgent(token);
            programs.await(experiment, e -> succeeded(e) >= 2);
            awaitJobOut(database);
            programs.killService();
            programs.startService();
            JsonNode ended =
                    programs.await(experiment, e -> !e.path("state").asString().equals("RUNNING"));

            assertThat(ended.path("state").asString()).isEqualTo("SUCCEEDED");
            List<JsonNode> trials = items(programs.get(experiment + "/trials?sort=number"));
            assertThat(trials)
                    .hasSize(TRIALS)
                    .allMatch(t -> t.path("state").asString().equals("SUCCEEDED"));
            assertThat(trials).extracting(t -> t.path("sequence").asInt()).containsExactlyInAnyOrder(1, 2, 3, 4);
            assertThat(trials)
                    .allSatisfy(trial -> assertThat(latencies(trial))
                            .singleElement()
                            .satisfies(latency ->
                                    assertThat(latency.path("value").asDouble()).isBetween(1e-3, 100.0)));
            programs.await(experiment + "/front", AgentEndToEndTest::isMeasuredAgain);
            assertThat(database.queryForList("select state || collected from measuring_job", String.class))
                    .hasSizeLessThanOrEqualTo(TRIALS)
                    .containsOnly("DONEtrue");
            JsonNode target = programs.get("/api/v1/hardware-targets/shelf");
            assertThat(target.at("/agent/connected").asBoolean()).isTrue();
            assertThat(target.at("/agent/hardware/runtime").asString()).contains("ONNX Runtime 1.");
            assertThat(database.queryForObject(
                            "select max((r ->> 'peakMemory')::bigint) from measuring_job,"
                                    + " jsonb_array_elements(reports) r",
                            Long.class))
                    .isGreaterThan(1_000_000);

            agent.destroy();
            assertThat(agent.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(programs.log("agent")).contains("Measuring for 'shelf'", "The agent stops");
            assertThat(programs.get("/api/v1/hardware-targets/shelf")
                            .at("/agent/connected")
                            .asBoolean())
                    .isFalse();
            assertThat(programs.log("agent") + programs.log("service")).doesNotContain(token);

            pythonMeasures(programs);
        }
    }

    /** In the same service, as its start is what takes long. */
    private static void pythonMeasures(Programs programs) throws IOException, InterruptedException {
        Assumptions.assumeTrue(hasPython(programs), "there is no python3 to run examples/agent.py with");
        String token = programs.post("/api/v1/hardware-targets", TARGET.formatted("python"))
                .path("token")
                .asString();
        programs.start(
                "python",
                List.of("python3", Path.of("examples", "agent.py").toString(), programs.address(), token, "--fake"));
        String experiment = "/api/v1/experiments/"
                + programs.post("/api/v1/experiments", SEARCH.formatted("python", 1))
                        .path("id")
                        .asString();
        programs.await(experiment, e -> succeeded(e) == 1);
        List<JsonNode> trials = items(programs.get(experiment + "/trials"));
        assertThat(latencies(trials.get(0)).get(0).path("value").asDouble()).isBetween(1.0, 20.0);
    }

    private static boolean hasPython(Programs programs) throws InterruptedException {
        try {
            return programs.start("python", List.of("python3", "--version")).waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void awaitJobOut(JdbcTemplate database) throws InterruptedException {
        for (int i = 0; i < 3000 && out(database) == 0; i++) {
            Thread.sleep(10);
        }
        assertThat(out(database)).as("jobs that the agent has").isEqualTo(1);
    }

    private static int out(JdbcTemplate database) {
        return database.queryForObject("select count(*) from measuring_job where state = 'LEASED'", Integer.class);
    }

    private static boolean isMeasuredAgain(JsonNode front) {
        return StreamSupport.stream(front.path("points").spliterator(), false)
                .allMatch(point -> point.path("measuredAgain").has("value"));
    }

    private static int succeeded(JsonNode experiment) {
        return experiment.at("/trials/succeeded").asInt();
    }

    private static List<JsonNode> latencies(JsonNode trial) {
        return StreamSupport.stream(trial.path("measurements").spliterator(), false)
                .filter(m -> m.path("metric").asString().equals("latency"))
                .toList();
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }
}
