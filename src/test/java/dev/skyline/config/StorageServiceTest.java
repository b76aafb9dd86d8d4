package dev.skyline.config;

import dev.skyline.execution.TrialExecutor;
import dev.skyline.execution.TrialRunner;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.Trials;
import dev.skyline.persistence.DataDirectory;
import dev.skyline.persistence.DatabaseAccess;
import dev.skyline.persistence.TestDatabase;
import dev.skyline.scheduling.TrialWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

@Timeout(120)
class StorageServiceTest {

    private static final Function<Trials, TrialRunner> IDLE = trials -> trial -> {};

    @TempDir
    private static Path temporary;

    @Test
    void dataAreKeptFromStartToStartAndTheDirectoryIsFreeInBetween() {
        Path directory = temporary.resolve("kept");
        Experiment experiment = ExperimentExamples.experiment();
        try (ConfigurableApplicationContext service = start(IDLE, directory)) {
            service.getBean(Experiments.class).add(experiment);

            Throwable second = catchThrowable(() -> start(IDLE, directory));
            FailureAnalysis analysis = new StorageFailureAnalyzer().analyze(second);
            assertThat(analysis.getDescription()).contains(directory.toString(), "in use by another Skyline");
        }
        DataDirectory.claim(directory).close();
        try (ConfigurableApplicationContext service = start(IDLE, directory)) {
            assertThat(service.getBean(Experiments.class).find(experiment.id())).contains(experiment);
        }
    }

    @Test
    void afterAKillTheTrialThatRanBeginsAgainWithinSeconds() throws Exception {
        Path directory = temporary.resolve("killed");
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StorageService.class.getName(),
                        "skyline.data-dir=" + directory)
                .redirectErrorStream(true)
                .start();
        TrialId trial;
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
            trial = awaitRunning(output);
        } finally {
            killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        try (ConfigurableApplicationContext service = start(StorageServiceTest::finishing, directory)) {
            Trials trials = service.getBean(Trials.class);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> trials.find(trial).orElseThrow().state().isFinished());
            Trial finished = trials.find(trial).orElseThrow();
            assertThat(finished.state()).isEqualTo(TrialState.SUCCEEDED);
            assertThat(finished.attempt()).isEqualTo(2);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> service.getBean(JdbcTemplate.class)
                            .queryForList("select * from scheduled_tasks")
                            .isEmpty());
        }
    }

    private static TrialRunner finishing(Trials trials) {
        return id -> {
            int attempt = trials.start(id, Instant.now()).orElseThrow().attempt();
            trials.record(id, attempt, ExperimentExamples.success(0.9, 1), Instant.now());
        };
    }

    private static TrialId awaitRunning(BufferedReader output) throws Exception {
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("running ")) {
                String[] id = line.substring("running ".length()).split("/");
                return new TrialId(new ExperimentId(UUID.fromString(id[0])), Integer.parseInt(id[1]));
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("the service did not run the trial:\n" + seen);
    }

    @Test
    void anotherServerIsUsedWhereOneIsNamed() {
        DatabaseAccess access = TestDatabase.fresh();
        Path directory = temporary.resolve("external");
        try (ConfigurableApplicationContext service = StorageService.start(
                IDLE,
                "skyline.data-dir=" + directory,
                "skyline.node.roles=api",
                "skyline.db.url=" + access.url(),
                "skyline.db.user=" + access.user(),
                "skyline.db.password=" + access.password())) {
            Experiment experiment = ExperimentExamples.experiment();
            service.getBean(Experiments.class).add(experiment);
            assertThat(new JdbcTemplate(TestDatabase.dataSource(access))
                            .queryForObject("select name from experiment", String.class))
                    .isEqualTo(experiment.editable().name());
            assertThat(directory.resolve("postgres")).doesNotExist();
            assertThat(service.getBeansOfType(TrialExecutor.class)).hasSize(1);
            assertThat(service.getBeansOfType(TrialWorker.class))
                    .as("a node without the role worker runs no trials")
                    .isEmpty();
        }
    }

    private static ConfigurableApplicationContext start(Function<Trials, TrialRunner> runner, Path directory) {
        return StorageService.start(runner, "skyline.data-dir=" + directory);
    }
}
