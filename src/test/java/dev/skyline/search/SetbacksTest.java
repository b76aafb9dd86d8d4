package dev.skyline.search;

import dev.skyline.SettableClock;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.TrialId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import static org.assertj.core.api.Assertions.assertThat;

class SetbacksTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Logger log = Logger.getLogger(Setbacks.class.getName());
    private final List<LogRecord> told = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            told.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final SettableClock clock = new SettableClock();
    private final Setbacks setbacks = new Setbacks("to advance experiment", clock);
    private int attempts;

    @BeforeEach
    void listen() {
        log.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(listener);
    }

    private int fail(String message) {
        attempts++;
        throw new IllegalArgumentException(message);
    }

    private void beat(Duration time, String message) {
        Duration pause = Duration.ofMillis(500);
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(pause)) {
            setbacks.attempt("broken", () -> fail(message));
            clock.pass(pause);
        }
    }

    @Test
    void whatFailsIsTriedLessAndLessOften() {
        beat(Duration.ofSeconds(15), "unreadable");
        assertThat(attempts).as("after 0, 1, 3 and 7 seconds").isEqualTo(4);
        beat(DAY, "unreadable");
        attempts = 0;
        beat(Duration.ofHours(1), "unreadable");
        assertThat(attempts).isEqualTo(12);
    }

    @Test
    void theLogHearsOfAFailureOnceAnHourAndOfAnotherOneAtOnce() {
        beat(Duration.ofMinutes(50), "unreadable");
        assertThat(told).hasSize(1).allMatch(line -> line.getThrown() instanceof IllegalArgumentException);
        beat(Duration.ofMinutes(20), "unreadable");
        assertThat(told).hasSize(2);
        beat(Duration.ofMinutes(10), "unreadable in another way");
        assertThat(told).hasSize(3);
    }

    @Test
    void othersGoOnAndSuccessEndsTheRest() {
        setbacks.attempt("broken", () -> fail("unreadable"));
        assertThat(setbacks.attempt("sound", () -> 1)).contains(1);
        assertThat(setbacks.attempt("broken", () -> 1)).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(setbacks.attempt("broken", () -> 1)).contains(1);
        assertThat(setbacks.attempt("broken", () -> 2)).contains(2);
    }

    @Test
    void anExperimentThatCannotBeRecoveredHoldsUpNoOther() {
        SearchBench bench = new SearchBench();
        ExperimentId first = bench.submit.submit(SearchBench.draft().build()).id();
        ExperimentId second = bench.submit.submit(SearchBench.draft().build()).id();
        List.of(first, second).forEach(bench.advance::advance);
        List<TrialId> recovered = new ArrayList<>();
        for (ExperimentId broken : List.of(first, second)) {
            new RecoverLostTrials(
                            bench.experiments,
                            bench.trials,
                            trial -> {
                                if (trial.experiment().equals(broken)) {
                                    fail("unreadable");
                                }
                                recovered.add(trial);
                            },
                            clock)
                    .recover();
        }
        assertThat(recovered).extracting(TrialId::experiment).contains(first, second);
    }
}
