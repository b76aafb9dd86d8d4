package dev.skyline.hardware;

import java.util.Arrays;
import java.util.Collection;

/**
 * Repetitions that followed one another.
 *
 * @param nanos duration of each, or the mean of each group that was timed together; in ascending order
 * @param repetitions how many there were
 * @param elapsed nanoseconds from the first to the last, what lies between them included
 */
record Round(double[] nanos, int repetitions, long elapsed) {

    static Round of(double[] nanos, int repetitions, long elapsed) {
        double[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Round(sorted, repetitions, elapsed);
    }

    static Round together(Collection<Round> rounds) {
        return of(
                rounds.stream()
                        .flatMapToDouble(round -> Arrays.stream(round.nanos))
                        .toArray(),
                rounds.stream().mapToInt(Round::repetitions).sum(),
                rounds.stream().mapToLong(Round::elapsed).sum());
    }

    double median() {
        return quantile(0.5);
    }

    /** With linear interpolation between neighbours. */
    double quantile(double share) {
        double position = share * (nanos.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, nanos.length - 1);
        return nanos[below] + (position - below) * (nanos[above] - nanos[below]);
    }
}
