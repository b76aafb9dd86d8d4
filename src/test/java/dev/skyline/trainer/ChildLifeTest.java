package dev.skyline.trainer;

import dev.skyline.estimator.Progress;
import dev.skyline.trainer.child.ScriptedChild.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class ChildLifeTest {

    @TempDir
    private Path folder;

    @Test
    void childrenEndWhenTheirNodeIsKilled() throws Exception {
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LonelyNode.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = node.inputReader()) {
            List<Long> children =
                    Stream.of(output.readLine().split(" ")).map(Long::valueOf).toList();
            assertThat(children).hasSize(2).allMatch(Trainers::isAlive);

            node.destroyForcibly();

            await().atMost(Duration.ofSeconds(5)).until(() -> children.stream().noneMatch(Trainers::isAlive));
        } finally {
            node.destroyForcibly();
        }
    }

    @Test
    void aClosedPoolHasNoChildrenAndItsJobsEndAsIfInterrupted() throws Exception {
        TrainerPool pool = Trainers.pool(Trainers.settings(1));
        List<Long> children = new ArrayList<>();

        assertThatThrownBy(() -> pool.train(Trainers.training(Script.ENDLESS, 1, 7, folder), report -> {
                    if (children.isEmpty()) {
                        children.addAll(pool.pids());
                        pool.close();
                    }
                    return Progress.Answer.CONTINUE;
                }))
                .isInstanceOf(InterruptedException.class);

        assertThat(children).hasSize(1);
        await().atMost(Duration.ofSeconds(5)).until(() -> children.stream().noneMatch(Trainers::isAlive));
        assertThatThrownBy(() -> pool.train(Trainers.training(Script.TRAIN, 1, 7, folder), Progress.ignored()))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void aChildThatIsNotReadyInTimeIsReported() {
        assertStartFails(Trainers.settings(1, 1L << 40, 1000, Duration.ofMillis(100)), "slow", "not ready after 0.1 s");
    }

    @Test
    void aChildThatCannotStartSaysWhy() {
        assertStartFails(Trainers.settings(1), "broken", "no library of this name");
    }

    private void assertStartFails(TrainerSettings settings, String start, String message) {
        ChildCommand command = Trainers.command(settings, start);
        try (TrainerPool pool = new TrainerPool(settings, new MeasurementGate(settings.quietLimit()), command)) {
            // Twice: a failed start must give its slot back.
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> pool.train(Trainers.training(Script.TRAIN, 1, 7, folder), Progress.ignored()))
                        .isInstanceOfSatisfying(
                                JobFailed.class, e -> assertThat(e.code()).isEqualTo("WorkerLost"))
                        .hasMessageContaining(message);
            }
            assertThat(pool.pids()).isEmpty();
        }
    }

    @Test
    void aChildIsReplacedOnceItHasDoneItsShareOrHoldsTooMuch() throws Exception {
        TrainerSettings oneJob = Trainers.settings(1, 1L << 40, 1, Duration.ofSeconds(60));
        TrainerSettings lean = Trainers.settings(1, 1, 1000, Duration.ofSeconds(60));
        for (TrainerSettings settings : List.of(oneJob, lean)) {
            try (TrainerPool pool = Trainers.pool(settings)) {
                pool.train(Trainers.training(Script.TRAIN, 1, 7, folder), Progress.ignored());
                assertThat(pool.pids()).isEmpty();
            }
        }
    }

    @Test
    void aTrainingThatDoesNotGetOnIsEnded() throws Exception {
        TrainerSettings settings =
                Trainers.settings(1, 1L << 40, 1000, Duration.ofSeconds(60), Duration.ofMillis(1500));
        try (TrainerPool pool = Trainers.pool(settings)) {
            pool.train(Trainers.training(Script.TRAIN, 1, 7, folder), Progress.ignored());
            assertThatThrownBy(() -> pool.train(Trainers.training(Script.DEAF, 1, 7, folder), Progress.ignored()))
                    .isInstanceOfSatisfying(
                            JobFailed.class, e -> assertThat(e.code()).isEqualTo("TrainingStalled"))
                    .hasMessageContaining("1.5 s");
            assertThat(pool.pids()).isEmpty();
        }
    }

    @Test
    void anEpochMayTakeLongerThanTheLimitSinceMiniBatchesAreSignsOfLife() throws Exception {
        TrainerSettings settings = Trainers.settings(1, 1L << 40, 1000, Duration.ofSeconds(60), Duration.ofSeconds(4));
        try (TrainerPool pool = Trainers.pool(settings)) {
            assertThat(pool.train(Trainers.training(Script.SLOW, 1, 7, folder), Progress.ignored())
                            .accuracy())
                    .isEqualTo(0.9);
        }
    }

    @Test
    void aChildHasAFolderForItsTemporaryFilesThatGoesWithIt() throws Exception {
        TrainerSettings settings = Trainers.settings(1);
        Path scratch = settings.scratch();
        try (TrainerPool pool = Trainers.pool(settings)) {
            pool.train(Trainers.training(Script.SCRATCH, 1, 7, folder), Progress.ignored());
            assertThat(scratch).isDirectoryRecursivelyContaining("glob:**/left-behind");
            ProcessHandle.of(pool.pids().get(0)).orElseThrow().destroyForcibly();
            await().ignoreExceptions().atMost(Duration.ofSeconds(5)).until(() -> !isLeftBehind(scratch));
        }
    }

    private static boolean isLeftBehind(Path scratch) throws IOException {
        try (Stream<Path> files = Files.walk(scratch)) {
            return files.anyMatch(file -> file.endsWith("left-behind"));
        }
    }

    @Test
    void theResidentMemoryOfAProcessIsKnownOnLinux() {
        long own = ProcessHandle.current().pid();
        assertThat(ResidentMemory.of(own).orElse(1L << 25)).isBetween(1L << 24, 1L << 36);
        assertThat(ResidentMemory.of(Long.MAX_VALUE)).isEmpty();
    }
}
