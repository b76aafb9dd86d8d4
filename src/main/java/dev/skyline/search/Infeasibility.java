package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialState;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is told where nothing meets the limits: the architecture that comes nearest, and how far the limits would have to
 * give way for it. The nearest is that whose relative misses have the least sum; of equals that which misses fewer limits.
 *
 * @param trial in which it was tried; empty for one that was only looked at
 * @param misses every bound that it breaks; empty where nothing is known of any architecture
 * @param message for people
 */
public record Infeasibility(Architecture architecture, OptionalInt trial, List<Miss> misses, String message) {

    private static final int LONGEST_TEXT = 160;

    /**
     * A bound that the nearest architecture breaks.
     *
     * @param limit with this bound alone
     * @param value that breaks it: of a prediction that at the limit's confidence
     * @param missedBy relative to the bound (0.1 is 10 %)
     * @param relaxed the same with the nearest bound that it meets
     */
    public record Miss(Constraint limit, double value, double missedBy, Constraint relaxed) {

        static List<Miss> of(List<Constraint> limits, Measurements found) {
            return limits.stream()
                    .flatMap(limit -> limit.bounds().stream())
                    .flatMap(bound -> found.find(bound.key()).stream()
                            .filter(measurement -> !bound.isMetBy(measurement))
                            .map(measurement -> of(bound, measurement)))
                    .toList();
        }

        private static Miss of(Constraint bound, Measurement measurement) {
            double value = bound.decisive(measurement);
            return new Miss(bound, value, bound.violation(value), bound.relaxedFor(measurement));
        }

        private String text() {
            String percent = BigDecimal.valueOf(100 * missedBy)
                    .round(new MathContext(2))
                    .stripTrailingZeros()
                    .toPlainString();
            return limit.missedBy(value) + " (by " + percent + " %)";
        }
    }

    /** @param scope among what it is the nearest, as a sentence: {@code none of 200 architectures meets the limits} */
    static Infeasibility of(List<Constraint> limits, Architecture architecture, Measurements known, String scope) {
        return of(limits, architecture, OptionalInt.empty(), known, scope);
    }

    /** The nearest of these trials; empty where one of them meets the limits, or none is known to break one. */
    static Optional<Infeasibility> among(List<Constraint> limits, List<Trial> recorded) {
        List<Trial> results = Results.of(recorded);
        if (results.stream().anyMatch(trial -> meets(limits, trial))) {
            return Optional.empty();
        }
        return Stream.concat(
                        results.stream(), recorded.stream().filter(trial -> trial.state() == TrialState.INFEASIBLE))
                .map(trial ->
                        new Try(trial, Miss.of(limits, trial.measurements()), isPartial(limits, trial.measurements())))
                .filter(tried -> !tried.misses.isEmpty())
                .min(Try.NEAREST_FIRST)
                .map(nearest -> of(
                        limits,
                        nearest.trial.architecture(),
                        OptionalInt.of(nearest.trial.number()),
                        nearest.trial.measurements(),
                        "no trial meets the limits"));
    }

    private record Try(Trial trial, List<Miss> misses, boolean partial) {

        static final Comparator<Try> NEAREST_FIRST = Comparator.comparing(Try::partial)
                .thenComparingDouble(tried ->
                        tried.misses.stream().mapToDouble(Miss::missedBy).sum())
                .thenComparingInt(tried -> tried.misses.size())
                .thenComparingInt(tried -> tried.trial.number());
    }

    private static Infeasibility of(
            List<Constraint> limits, Architecture architecture, OptionalInt trial, Measurements known, String scope) {
        List<Miss> misses = Miss.of(limits, known);
        if (misses.isEmpty()) {
            return new Infeasibility(
                    architecture, trial, misses, scope + "; of none of them are all limited values known");
        }
        String name = (trial.isPresent() ? "trial " + trial.getAsInt() + ", " : "") + shortened(architecture.text());
        String message = "%s; the nearest, %s, misses %s: with %s %s"
                .formatted(
                        scope,
                        name,
                        misses.stream().map(Miss::text).collect(Collectors.joining(" and ")),
                        misses.stream().map(miss -> miss.relaxed.toString()).collect(Collectors.joining(" and ")),
                        isPartial(limits, known) ? "it would be worth a training" : "it would be feasible");
        return new Infeasibility(architecture, trial, misses, message);
    }

    private static boolean meets(List<Constraint> limits, Trial trial) {
        return limits.stream()
                .allMatch(limit -> trial.measurements()
                        .find(limit.key())
                        .filter(limit::isMetBy)
                        .isPresent());
    }

    /** Whether there are limits of which nothing is known, as it was not trained. */
    private static boolean isPartial(List<Constraint> limits, Measurements known) {
        return limits.stream().anyMatch(limit -> known.find(limit.key()).isEmpty());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
