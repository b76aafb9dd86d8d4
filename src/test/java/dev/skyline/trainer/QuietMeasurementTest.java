package dev.skyline.trainer;

import dev.skyline.estimator.Progress;
import dev.skyline.trainer.child.ScriptedChild.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class QuietMeasurementTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    private TrainerPool pool;

    @BeforeEach
    void startPool() {
        pool = Trainers.pool(Trainers.settings(4));
    }

    @AfterEach
    void endPool() {
        threads.shutdownNow();
        pool.close();
    }

    /** When something happened in some child, by that machine's clock. */
    private record Note(String what, Instant begin, Instant end) {

        static Note parse(String line) {
            String[] parts = line.split(" ");
            return new Note(parts[0], Instant.parse(parts[1]), Instant.parse(parts[2]));
        }

        boolean overlaps(Note other) {
            return begin.isBefore(other.end) && other.begin.isBefore(end);
        }
    }

    @Test
    void noMiniBatchHappensInAnyChildDuringAMeasurement() throws Exception {
        for (int i = 0; i < 2; i++) {
            threads.submit(() -> pool.train(Trainers.training(Script.ENDLESS, 1, 7, folder), Progress.ignored()));
        }
        await().until(() -> pool.pids().size() == 2 && notes("batch").size() > 50);

        List<Future<?>> measurements = List.of(submitMeasurement(), submitMeasurement(), submitMeasurement());
        for (Future<?> measurement : measurements) {
            measurement.get();
        }
        threads.submit(() -> pool.train(Trainers.training(Script.TRAIN, 1, 7, folder), Progress.ignored()))
                .get();
        submitMeasurement().get();
        int before = notes("batch").size();
        await().until(() -> notes("batch").size() > before + 20);

        List<Note> batches = notes("batch");
        List<Note> measured = notes("measurement");
        assertThat(measured).hasSize(4);
        for (Note measurement : measured) {
            assertThat(batches).noneMatch(measurement::overlaps);
            assertThat(measured).filteredOn(measurement::overlaps).containsExactly(measurement);
        }
        assertThat(batches.get(batches.size() - 1).end())
                .isAfter(measured.get(3).end());
    }

    @Test
    void aTrainingThatWillNotPauseMakesTheMeasurementUnsteady() throws Exception {
        pool.close();
        TrainerSettings settings = Trainers.settings(2);
        pool = new TrainerPool(settings, new MeasurementGate(Duration.ofMillis(100)), Trainers.command(settings));
        assertThat(pool.measure(Trainers.measurement(Script.TRAIN, folder)).steady())
                .isTrue();

        threads.submit(() -> pool.train(Trainers.training(Script.DEAF, 1, 7, folder), Progress.ignored()));
        await().until(() -> pool.pids().size() == 2 || !notes("measurement").isEmpty());

        await().until(() ->
                !pool.measure(Trainers.measurement(Script.TRAIN, folder)).steady());
    }

    @Test
    void aTrainingThatIsCancelledWhileItIsHeldEndsSoon() throws Exception {
        Thread[] training = new Thread[1];
        Future<?> running = threads.submit(() -> {
            training[0] = Thread.currentThread();
            return pool.train(Trainers.training(Script.ENDLESS, 1, 7, folder), Progress.ignored());
        });
        await().until(() -> notes("batch").size() > 5);
        Future<?> measurement = threads.submit(() -> pool.measure(Trainers.measurement(Script.ENDLESS, folder)));
        await().until(() -> pool.pids().size() == 2);
        await().during(Duration.ofMillis(200)).until(() -> stands(notes("batch").size()));

        training[0].interrupt();

        await().atMost(Duration.ofSeconds(2)).until(running::isDone);
        assertThat(measurement).isNotDone();
    }

    private boolean stands(int size) throws IOException {
        return notes("batch").size() == size;
    }

    private Future<?> submitMeasurement() {
        return threads.submit(() -> pool.measure(Trainers.measurement(Script.TRAIN, folder)));
    }

    private List<Note> notes(String what) throws IOException {
        Path file = folder.resolve("notes");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(Note::parse)
                        .filter(note -> note.what().equals(what))
                        .toList()
                : List.of();
    }
}
