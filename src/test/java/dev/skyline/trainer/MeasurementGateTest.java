package dev.skyline.trainer;

import dev.skyline.trainer.MeasurementGate.Pass;
import dev.skyline.trainer.MeasurementGate.Quiet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(20)
class MeasurementGateTest {

    private static final Duration PATIENT = Duration.ofSeconds(15);
    private static final Duration IMPATIENT = Duration.ofMillis(50);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void aMeasurementHoldsWhatIsActiveAndLetsItGoOn() throws Exception {
        MeasurementGate gate = new MeasurementGate(PATIENT);
        Activity training = new Activity(true);
        Activity over = new Activity(true);
        gate.enter(over).close();
        try (Pass pass = gate.enter(training)) {
            try (Quiet quiet = gate.quiet()) {
                assertThat(quiet.complete()).isTrue();
                assertThat(training.held).isTrue();
            }
            assertThat(training.held).isFalse();
        }
        assertThat(over.pauses).isEmpty();
    }

    @Test
    void aMeasurementWaitsUntilEverythingStandsStill() throws Exception {
        MeasurementGate gate = new MeasurementGate(PATIENT);
        Activity quick = new Activity(true);
        Activity slow = new Activity(false);
        gate.enter(quick);
        gate.enter(slow);
        Future<Quiet> measurement = threads.submit((Callable<Quiet>) gate::quiet);
        await().until(() -> slow.held);
        assertStillWaiting(measurement);

        slow.still.run();

        assertThat(measurement.get().complete()).isTrue();
    }

    @Test
    void aTrainingThatEndsStandsStill() throws Exception {
        MeasurementGate gate = new MeasurementGate(PATIENT);
        Activity training = new Activity(false);
        Pass pass = gate.enter(training);
        Future<Quiet> measurement = threads.submit((Callable<Quiet>) gate::quiet);
        await().until(() -> training.held);

        pass.close();

        assertThat(measurement.get().complete()).isTrue();
    }

    @Test
    void aMeasurementGoesOnWithoutATrainingThatDoesNotAnswer() throws Exception {
        MeasurementGate gate = new MeasurementGate(IMPATIENT);
        Activity deaf = new Activity(false);
        gate.enter(deaf);

        try (Quiet quiet = gate.quiet()) {
            assertThat(quiet.complete()).isFalse();
        }
        assertThat(deaf.held).isFalse();
    }

    @Test
    void anAnswerToAnEarlierPauseDoesNotCount() throws Exception {
        MeasurementGate gate = new MeasurementGate(IMPATIENT);
        Activity slow = new Activity(false);
        gate.enter(slow);
        gate.quiet().close();
        Runnable late = slow.still;

        Future<Quiet> measurement = threads.submit((Callable<Quiet>) gate::quiet);
        await().until(() -> slow.pauses.size() == 2);
        late.run();

        assertThat(measurement.get().complete()).isFalse();
    }

    @Test
    void nothingBeginsDuringAMeasurement() throws Exception {
        MeasurementGate gate = new MeasurementGate(PATIENT);
        Quiet quiet = gate.quiet();
        Future<Pass> training = threads.submit(() -> gate.enter(new Activity(true)));
        assertStillWaiting(training);

        quiet.close();

        training.get().close();
    }

    @Test
    void measurementsComeOneAfterTheOtherAndATrainingBetweenThemGetsItsTurn() throws Exception {
        MeasurementGate gate = new MeasurementGate(PATIENT);
        Quiet first = gate.quiet();
        Activity between = new Activity(true);
        Future<Pass> training = threads.submit(() -> gate.enter(between));
        assertStillWaiting(training);
        Future<Quiet> second = threads.submit((Callable<Quiet>) gate::quiet);
        assertStillWaiting(second);

        first.close();

        assertThat(second.get().held()).containsExactly(between);
        assertThat(training.get()).isNotNull();
    }

    @Test
    void anInterruptedMeasurementLetsEverythingGoOn() throws Exception {
        MeasurementGate gate = new MeasurementGate(PATIENT);
        Activity slow = new Activity(false);
        gate.enter(slow);
        Future<Quiet> measurement = threads.submit((Callable<Quiet>) gate::quiet);
        await().until(() -> slow.held);

        measurement.cancel(true);

        await().until(() -> !slow.held);
        gate.enter(new Activity(true)).close();
    }

    @Test
    void anInterruptedBeginningTakesNoTurn() throws Exception {
        MeasurementGate gate = new MeasurementGate(PATIENT);
        Activity training = new Activity(false);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> gate.enter(training)).isInstanceOf(InterruptedException.class);

        try (Quiet quiet = gate.quiet()) {
            assertThat(quiet.held()).isEmpty();
        }
    }

    private static void assertStillWaiting(Future<?> future) {
        assertThatThrownBy(() -> future.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    private static final class Activity implements Pausable {

        private final boolean obedient;
        private final List<Integer> pauses = new CopyOnWriteArrayList<>();
        private volatile boolean held;
        private volatile Runnable still;

        Activity(boolean obedient) {
            this.obedient = obedient;
        }

        @Override
        public void pause(int number, Runnable tell) {
            pauses.add(number);
            still = tell;
            held = true;
            if (obedient) {
                tell.run();
            }
        }

        @Override
        public void resume() {
            held = false;
        }
    }
}
