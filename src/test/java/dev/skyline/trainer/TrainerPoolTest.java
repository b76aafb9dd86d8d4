package dev.skyline.trainer;

import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.Progress;
import dev.skyline.trainer.child.ScriptedChild.Script;
import dev.skyline.trainer.protocol.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class TrainerPoolTest {

    private static final TrainerPool POOL = Trainers.pool(Trainers.settings(1));

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @AfterAll
    static void endChildren() {
        POOL.close();
    }

    @Test
    void aTrainingReportsItsEpochsInOrderAndLeavesAModel() throws Exception {
        List<Integer> epochs = new ArrayList<>();
        Report.Trained trained = POOL.train(Trainers.training(Script.TRAIN, 4, 7, folder), report -> {
            epochs.add(report.epoch());
            return Progress.Answer.CONTINUE;
        });

        assertThat(epochs).containsExactly(1, 2, 3, 4);
        assertThat(trained.accuracy()).isEqualTo(0.9);
        assertThat(trained.stoppedEarly()).isFalse();
        assertThat(trained.model()).hasContent("7 4").hasParent(folder.resolve("models"));
        assertThat(trained.model().getFileName().toString()).matches("[0-9a-f]{64}\\.onnx");
        assertThat(Files.list(trained.model().getParent())).hasSize(1);
    }

    @Test
    void aTrainingEndsAfterTheEpochInWhichItIsAskedTo() throws Exception {
        Report.Trained trained = POOL.train(
                Trainers.training(Script.ENDLESS, 100, 7, folder),
                report -> report.epoch() == 3 ? Progress.Answer.STOP : Progress.Answer.CONTINUE);

        assertThat(trained.stoppedEarly()).isTrue();
        assertThat(trained.model()).hasContent("7 3");
    }

    @Test
    void jobsShareOneWarmChild() throws Exception {
        train(Script.TRAIN);
        List<Long> before = POOL.pids();
        train(Script.TRAIN);
        measure(Script.TRAIN);

        assertThat(POOL.pids()).isEqualTo(before).hasSize(1);
    }

    @Test
    void whatIsPrintedInTheChildDoesNotDisturbTheReports() throws Exception {
        List<EpochReport> epochs = new ArrayList<>();
        Report.Trained trained = POOL.train(Trainers.training(Script.PRINT, 20, 7, folder), report -> {
            epochs.add(report);
            return Progress.Answer.CONTINUE;
        });

        assertThat(epochs).hasSize(20);
        assertThat(trained.accuracy()).isEqualTo(0.9);
    }

    @Test
    void aFailureKeepsItsCodeAndTheChild() throws Exception {
        train(Script.TRAIN);
        List<Long> before = POOL.pids();

        assertFails(Script.DIVERGE, "TrainingDiverged", "not a number");

        train(Script.TRAIN);
        assertThat(POOL.pids()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Script.class,
            names = {"BUG", "GREEDY", "GREEDY_NATIVELY", "CRASH"})
    void aChildThatCannotBeReliedOnIsReplaced(Script script) throws Exception {
        train(Script.TRAIN);
        List<Long> before = POOL.pids();

        String code = switch (script) {
            case BUG -> "TrainingFailed";
            case CRASH -> "WorkerLost";
            default -> "OutOfMemory";
        };
        String message = switch (script) {
            case BUG -> "IllegalStateException: a bug";
            case CRASH -> "SIGSEGV";
            case GREEDY -> "heap";
            default -> "";
        };
        assertFails(script, code, message);

        train(Script.TRAIN);
        assertThat(POOL.pids()).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(before).noneMatch(Trainers::isAlive);
    }

    @Test
    void aChildKilledInMidTrainingIsLostAndTheNextJobWorks() throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        assertThatThrownBy(() -> POOL.train(Trainers.training(Script.ENDLESS, 1, 7, folder), report -> {
                    if (report.epoch() == 2) {
                        killed.set(POOL.pids().stream().allMatch(TrainerPoolTest::kill));
                    }
                    return Progress.Answer.CONTINUE;
                }))
                .isInstanceOfSatisfying(
                        JobFailed.class, e -> assertThat(e.code()).isEqualTo("WorkerLost"))
                .hasMessageContaining("signal 9");

        assertThat(killed).isTrue();
        train(Script.TRAIN);
    }

    @Test
    void aChildKilledWhileIdleCostsNothing() throws Exception {
        train(Script.TRAIN);
        POOL.pids().forEach(TrainerPoolTest::kill);

        train(Script.TRAIN);
    }

    @Test
    void aCancelledTrainingEndsSoonAndItsChildGoesOn() throws Exception {
        train(Script.TRAIN);
        List<Long> before = POOL.pids();

        assertThat(cancel(() -> POOL.train(Trainers.training(Script.ENDLESS, 1, 7, folder), Progress.ignored())))
                .isLessThan(Duration.ofSeconds(2));

        train(Script.TRAIN);
        assertThat(POOL.pids()).isEqualTo(before);
    }

    @Test
    void aCancelledMeasurementEndsSoonAndLetsOthersBegin() throws Exception {
        assertThat(cancel(() -> POOL.measure(Trainers.measurement(Script.ENDLESS, folder))))
                .isLessThan(Duration.ofSeconds(2));

        train(Script.TRAIN);
        measure(Script.TRAIN);
    }

    @Test
    void aChildThatDoesNotHeedACancelIsKilled() throws Exception {
        train(Script.TRAIN);
        List<Long> before = POOL.pids();

        assertThat(cancel(() -> POOL.train(Trainers.training(Script.DEAF, 1, 7, folder), Progress.ignored())))
                .isLessThan(Duration.ofSeconds(2));

        train(Script.TRAIN);
        assertThat(before).noneMatch(Trainers::isAlive);
    }

    @Test
    void anObserverThatFailsEndsTheTraining() throws Exception {
        assertThatThrownBy(() -> POOL.train(Trainers.training(Script.ENDLESS, 1, 7, folder), report -> {
                    throw new IllegalStateException("the database is gone");
                }))
                .hasMessage("the database is gone");

        train(Script.TRAIN);
    }

    @Test
    void aMeasurementThatFailsKeepsItsCode() {
        assertThatThrownBy(() -> measure(Script.BUG))
                .isInstanceOfSatisfying(
                        JobFailed.class, e -> assertThat(e.code()).isEqualTo("ModelRefused"));
    }

    private void train(Script script) throws InterruptedException {
        POOL.train(Trainers.training(script, 1, 7, folder), Progress.ignored());
    }

    private void measure(Script script) throws InterruptedException {
        POOL.measure(Trainers.measurement(script, folder));
    }

    private void assertFails(Script script, String code, String message) {
        assertThatThrownBy(() -> train(script))
                .isInstanceOfSatisfying(
                        JobFailed.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    private interface Job {
        void run() throws Exception;
    }

    /** How long the job went on after its thread was interrupted. */
    private Duration cancel(Job job) throws Exception {
        train(Script.TRAIN);
        long[] ended = new long[1];
        Future<Void> running = threads.submit(() -> {
            try {
                job.run();
            } finally {
                ended[0] = System.nanoTime();
            }
            return null;
        });
        Thread.sleep(200);
        long begin = System.nanoTime();
        threads.shutdownNow();
        assertThatThrownBy(running::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        return Duration.ofNanos(ended[0] - begin);
    }

    private static boolean kill(long pid) {
        boolean killed =
                ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
        await().until(() -> !Trainers.isAlive(pid));
        return killed;
    }
}
