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

@Timeout(180)
class StorageServiceTest {

    private static final Function<Trials, TrialRunner> IDLE = trials -> trial -> true;

    /** Far less than the half minute after which a lease lapses by itself. */
    private static final Duration SECONDS = Duration.ofSeconds(10);

    @TempDir
    private static Path temporary;

    @Test
    void aServiceThatIsAskedToEndFreesItsDirectoryAndOneThatIsKilledLosesNothing() throws Exception {
        Experiment kept = ExperimentExamples.experiment();
        try (ConfigurableApplicationContext service = start(IDLE)) {
            service.getBean(Experiments.class).add(kept);

            Throwable second = catchThrowable(() -> start(IDLE));
            FailureAnalysis analysis = new StorageFailureAnalyzer().analyze(second);
            assertThat(analysis.getDescription()).contains(directory().toString(), "in use by another Skyline");
        }
        TrialId interrupted = runUntilKilled();

        try (ConfigurableApplicationContext service = start(StorageServiceTest::finishing)) {
            assertThat(service.getBean(Experiments.class).find(kept.id())).contains(kept);
            Trials trials = service.getBean(Trials.class);
            await().atMost(SECONDS)
                    .until(() -> trials.find(interrupted).orElseThrow().state().isFinished());
            Trial finished = trials.find(interrupted).orElseThrow();
            assertThat(finished.state()).isEqualTo(TrialState.SUCCEEDED);
            assertThat(finished.attempt()).isEqualTo(2);
            await().atMost(SECONDS)
                    .until(() -> service.getBean(JdbcTemplate.class)
                            .queryForList("select * from scheduled_tasks")
                            .isEmpty());
        }
    }

    private static TrialId runUntilKilled() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StorageService.class.getName(),
                        "skyline.data-dir=" + directory())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
            return awaitRunning(output);
        } finally {
            killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static TrialRunner finishing(Trials trials) {
        return id -> {
            int attempt = trials.start(id, Instant.now()).orElseThrow().attempt();
            trials.record(id, attempt, ExperimentExamples.success(0.9, 1), Instant.now());
            return true;
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
        Path external = temporary.resolve("external");
        try (ConfigurableApplicationContext service = StorageService.start(
                IDLE,
                "skyline.data-dir=" + external,
                "skyline.node.roles=api",
                "skyline.db.url=" + access.url(),
                "skyline.db.user=" + access.user(),
                "skyline.db.password=" + access.password())) {
            Experiment experiment = ExperimentExamples.experiment();
            service.getBean(Experiments.class).add(experiment);
            assertThat(new JdbcTemplate(TestDatabase.dataSource(access))
                            .queryForObject("select name from experiment", String.class))
                    .isEqualTo(experiment.editable().name());
            assertThat(external.resolve("postgres")).doesNotExist();
            assertThat(service.getBeansOfType(TrialExecutor.class)).hasSize(1);
            assertThat(service.getBeansOfType(TrialWorker.class))
                    .as("a node without the role worker runs no trials")
                    .isEmpty();
        }
    }

    /** Making a database takes seconds, so the tests share one. */
    private static Path directory() {
        return temporary.resolve("data");
    }

    private static ConfigurableApplicationContext start(Function<Trials, TrialRunner> runner) {
        return StorageService.start(runner, "skyline.data-dir=" + directory());
    }
}
