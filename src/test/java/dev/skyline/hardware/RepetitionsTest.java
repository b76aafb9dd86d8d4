package dev.skyline.hardware;

import org.junit.jupiter.api.Test;

import java.util.function.IntUnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** On a clock that only the work moves, and each reading of it. */
class RepetitionsTest {

    private static final int MICRO = 1_000;
    private static final int MILLI = 1_000_000;

    private long now;
    private int runs;
    private int clockCost;

    @Test
    void constantWorkIsSteadyAfterThreeRounds() throws InterruptedException {
        LatencyReport report = measure(1, run -> 100 * MICRO);
        assertThat(report).isEqualTo(new LatencyReport(0.1, 0.1, 0, 10_000, 1_500, true));
        assertThat(now).isLessThan(400 * MILLI);
    }

    @Test
    void slowWorkIsRepeatedAtLeastADozenTimes() throws InterruptedException {
        LatencyReport report = measure(4, run -> 2_000 * MILLI);
        assertThat(report).isEqualTo(new LatencyReport(2_000, 2_000, 0, 2, 12, true));
        assertThat(runs).isEqualTo(14);
    }

    @Test
    void aTailShowsInTheQuantilesAndTheThroughputButNotInTheMedian() throws InterruptedException {
        LatencyReport report = measure(1, run -> run % 10 == 0 ? 300 * MICRO : 100 * MICRO);
        assertThat(report.medianMillis()).isEqualTo(0.1);
        assertThat(report.p95Millis()).isEqualTo(0.3);
        assertThat(report.spread()).isZero();
        assertThat(report.throughput()).isCloseTo(1e6 / 120, within(10.0));
    }

    @Test
    void theSpreadIsHalfTheInterquartileRangeOverTheMedian() throws InterruptedException {
        LatencyReport report = measure(1, run -> (80 + 10 * (run % 5)) * MICRO);
        assertThat(report.medianMillis()).isEqualTo(0.1);
        assertThat(report.spread()).isCloseTo(0.1, within(0.001));
        assertThat(report.steady()).isTrue();
    }

    @Test
    void workThatSettlesIsMeasuredFromThenOn() throws InterruptedException {
        LatencyReport report = measure(1, run -> Math.max(100 * MICRO, 500 * MICRO - run * 200));
        assertThat(report.medianMillis()).isEqualTo(0.1);
        assertThat(report.steady()).isTrue();
        assertThat(now).isBetween(400L * MILLI, 1_000L * MILLI);
    }

    @Test
    void workThatNeverSettlesEndsWithTheTimeAndSaysSo() throws InterruptedException {
        LatencyReport report = measure(1, run -> 100 * MICRO + run * 10);
        assertThat(report.steady()).isFalse();
        assertThat(now).isBetween(1_000L * MILLI, 1_200L * MILLI);
    }

    @Test
    void theCalmestRoundsCountWhereNoneAgree() throws InterruptedException {
        LatencyReport report = measure(1, run -> (100 + (run / 500 % 2) * (run < 5000 ? 4 : 100)) * MICRO);
        assertThat(report.steady()).isFalse();
        assertThat(report.p95Millis()).isLessThan(0.105);
    }

    @Test
    void workThatIsFasterThanTheClockCanTellIsTimedInGroups() throws InterruptedException {
        clockCost = 40;
        LatencyReport report = measure(1, run -> 500);
        assertThat(report.medianMillis()).isCloseTo(500e-6, within(500e-6 * 0.01));
    }

    @Test
    void anInterruptionEndsIt() {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> measure(1, run -> {
                    if (run == 300) {
                        Thread.currentThread().interrupt();
                    }
                    return MILLI;
                }));
        assertThat(runs).isEqualTo(300);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private LatencyReport measure(int batchSize, IntUnaryOperator nanosOfRun) throws InterruptedException {
        Repetitions repetitions = new Repetitions(() -> now += clockCost, 1);
        return repetitions.measure(() -> now += nanosOfRun.applyAsInt(++runs), batchSize);
    }
}
