package dev.skyline.packaged;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;

class PackagedServiceIT {

    private static final String SEARCH = """
            {"name": "survives", "dataset": "digits",
             "searchSpace": {"type": "sequential"},
             "strategy": {"type": "random"},
             "estimator": {"type": "training", "settings": {"epochs": 4}},
             "objectives": [{"metric": "accuracy"}, {"metric": "latency", "target": "host"}],
             "budget": {"maxTrials": 8}, "parallelism": 2, "seed": 7}
            """;

    @TempDir
    private Path directory;

    @Test
    void aKilledServiceGoesOnWhereItWasAndRecordsEveryTrialOnce() throws IOException, InterruptedException {
        String experiment;
        List<ProcessHandle> children;
        try (RunningService service = RunningService.start(directory, "--skyline.demo=false")) {
            assertThat(service.startUp()).as("first start").isLessThan(Duration.ofSeconds(40));
            assertThat(service.page("/")).contains("Skyline");
            experiment = "/api/v1/experiments/"
                    + service.post("/api/v1/experiments", SEARCH).get("id").asString();
            service.await(
                    experiment,
                    Duration.ofMinutes(2),
                    e -> e.at("/trials/succeeded").asInt() >= 2);
            // A process that has ended no longer tells its command: it is asked before the kill.
            children = service.descendants().stream()
                    .filter(child -> child.info().command().orElse("").contains("java"))
                    .toList();
            service.kill();
        }
        assertEnd(children);

        try (RunningService service = RunningService.start(directory, "--skyline.demo=false")) {
            assertThat(service.startUp()).as("start after the kill").isLessThan(Duration.ofSeconds(20));
            JsonNode ended = service.await(
                    experiment,
                    Duration.ofMinutes(3),
                    e -> !e.get("state").asString().equals("RUNNING"));
            assertThat(ended.get("state").asString()).isEqualTo("SUCCEEDED");
            assertThat(ended.get("reason").asString()).isEqualTo("MaxTrialsReached");

            List<JsonNode> trials = items(service.get(experiment + "/trials?size=100&sort=number"));
            assertThat(trials).extracting(t -> t.get("number").asInt()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(trials).allMatch(t -> t.get("state").asString().equals("SUCCEEDED"));
            assertThat(trials)
                    .extracting(t -> t.get("sequence").asInt())
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(trials).extracting(t -> t.get("attempt").asInt()).contains(2);
            assertThat(service.file(experiment + "/trials/1/model?format=onnx")).hasSizeGreaterThan(1000);
        }
    }

    @Test
    void aSecondServiceOnTheSameDirectoryIsRefused() throws IOException, InterruptedException {
        try (RunningService first = RunningService.start(directory, "--skyline.demo=false")) {
            Path log = directory.resolve("second.log");
            Process second = RunningService.launch(directory, log, RunningService.freePort(), "--skyline.demo=false");
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isNotZero();
            assertThat(Files.readString(log)).contains("data directory").contains("in use");
            assertThat(first.get("/actuator/health").get("status").asString()).isEqualTo("UP");
        }
    }

    @Test
    void anAgentIsTheSameJar() throws IOException, InterruptedException {
        try (RunningService service = RunningService.start(directory, "--skyline.demo=false")) {
            String token = service.post("/api/v1/hardware-targets", "{\"name\": \"shelf\", \"kind\": \"agent\"}")
                    .get("token")
                    .asString();
            Path log = directory.resolve("agent.log");
            Process agent = RunningService.launchAgent(directory, log, service.address(), token);
            try {
                JsonNode target = service.await(
                        "/api/v1/hardware-targets/shelf",
                        Duration.ofSeconds(40),
                        t -> t.at("/agent/connected").asBoolean());
                assertThat(target.at("/agent/hardware/runtime").asString()).matches("ONNX Runtime 1\\..*, Java \\d.*");
                agent.destroy();
                assertThat(agent.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(Files.readString(log)).contains("Measuring for 'shelf'", "The agent stops");
            } finally {
                agent.destroyForcibly();
            }
        }
    }

    @Test
    void anOpenAddressWithoutTokensIsRefused() throws IOException, InterruptedException {
        Path log = directory.resolve("open.log");
        Process open = RunningService.launch(
                directory, log, RunningService.freePort(), "--server.address=0.0.0.0", "--skyline.demo=false");
        assertThat(open.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(open.exitValue()).isNotZero();
        assertThat(Files.readString(log)).contains("skyline.security.tokens");
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    private static void assertEnd(List<ProcessHandle> processes) throws InterruptedException {
        assertThat(processes).as("children that were training").isNotEmpty();
        for (int i = 0; i < 100 && processes.stream().anyMatch(ProcessHandle::isAlive); i++) {
            Thread.sleep(100);
        }
        assertThat(processes).as("orphans ten seconds after the kill").noneMatch(ProcessHandle::isAlive);
    }
}
