package dev.skyline.hardware;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Repeats a piece of work until its duration is known.
 *
 * <p>After a warm-up of a fifth of the time, rounds of a twentieth of the time each (at least 4 repetitions) follow one
 * another until the medians of three successive rounds lie within 2 %, or the time is up and there are three rounds.
 * The figures rest on those three rounds; where none agreed, on the three successive ones that came nearest to it. So a
 * network of 5 µs is run tens of thousands of times in 0.35 to 1 s, one of 1 s 14 times or more.
 *
 * <p>Each repetition is timed by itself unless reading the clock would cost over 1 % of it (below about 4 µs): then as
 * many are timed together as keep it below, and a percentile is one of their means.
 */
public final class Repetitions {

    private static final double WARM_UP_SHARE = 0.2;
    private static final int LEAST_WARM_UP = 2;
    private static final double ROUND_SHARE = 0.05;
    private static final int LEAST_IN_ROUND = 4;
    private static final int MOST_IN_ROUND = 100_000;
    private static final int WINDOW = 3;
    private static final double AGREEMENT = 0.02;
    private static final double CLOCK_SHARE = 0.01;
    private static final int CLOCK_READINGS = 1000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier clock;
    private final long limit;

    /**
     * @param clock nanoseconds
     * @param maxSeconds time after which no further round begins
     */
    public Repetitions(LongSupplier clock, double maxSeconds) {
        this.clock = clock;
        this.limit = (long) (maxSeconds * NANOS_PER_SECOND);
    }

    /**
     * @param batchSize samples that one repetition takes
     * @throws InterruptedException where the caller was interrupted; seen between two repetitions
     */
    public LatencyReport measure(Runnable work, int batchSize) throws InterruptedException {
        long start = clock.getAsLong();
        double estimate = warmUp(work, start);
        int group = (int) Math.max(1, Math.ceil(clockCost() / CLOCK_SHARE / estimate));
        List<Round> rounds = new ArrayList<>();
        boolean steady = false;
        while (rounds.size() < WINDOW || !steady && clock.getAsLong() - start < limit) {
            Round round = round(work, group, (int) (ROUND_SHARE * limit / estimate / group));
            rounds.add(round);
            estimate = Math.max(round.median(), 1);
            steady = rounds.size() >= WINDOW && disagreement(last(rounds)) <= AGREEMENT;
        }
        return report(Round.together(steady ? last(rounds) : calmest(rounds)), batchSize, steady);
    }

    /** Returns the mean duration, in nanoseconds. */
    private double warmUp(Runnable work, long start) throws InterruptedException {
        int count = 0;
        long now;
        do {
            work.run();
            count++;
            now = clock.getAsLong();
            stopIfInterrupted();
        } while (count < LEAST_WARM_UP || now - start < WARM_UP_SHARE * limit);
        return Math.max((double) (now - start) / count, 1);
    }

    private double clockCost() {
        long start = clock.getAsLong();
        long end = start;
        for (int i = 0; i < CLOCK_READINGS; i++) {
            end = clock.getAsLong();
        }
        return (double) (end - start) / CLOCK_READINGS;
    }

    private Round round(Runnable work, int group, int wanted) throws InterruptedException {
        double[] nanos = new double[Math.min(Math.max(wanted, LEAST_IN_ROUND), MOST_IN_ROUND)];
        long start = clock.getAsLong();
        for (int i = 0; i < nanos.length; i++) {
            long before = clock.getAsLong();
            for (int j = 0; j < group; j++) {
                work.run();
            }
            nanos[i] = (double) (clock.getAsLong() - before) / group;
            stopIfInterrupted();
        }
        return Round.of(nanos, group * nanos.length, clock.getAsLong() - start);
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("a latency measurement was interrupted");
        }
    }

    private static List<Round> last(List<Round> rounds) {
        return rounds.subList(rounds.size() - WINDOW, rounds.size());
    }

    private static List<Round> calmest(List<Round> rounds) {
        List<List<Round>> windows = new ArrayList<>();
        for (int from = 0; from + WINDOW <= rounds.size(); from++) {
            windows.add(rounds.subList(from, from + WINDOW));
        }
        return windows.stream()
                .min(Comparator.comparingDouble(Repetitions::disagreement))
                .orElseThrow();
    }

    /** By how much the greatest median exceeds the least. */
    private static double disagreement(List<Round> window) {
        DoubleSummaryStatistics medians =
                window.stream().mapToDouble(Round::median).summaryStatistics();
        return medians.getMax() / medians.getMin() - 1;
    }

    private static LatencyReport report(Round round, int batchSize, boolean steady) {
        return new LatencyReport(
                round.median() / NANOS_PER_MILLI,
                round.quantile(0.95) / NANOS_PER_MILLI,
                (round.quantile(0.75) - round.quantile(0.25)) / 2 / round.median(),
                batchSize * (double) round.repetitions() / round.elapsed() * NANOS_PER_SECOND,
                round.repetitions(),
                steady);
    }
}
