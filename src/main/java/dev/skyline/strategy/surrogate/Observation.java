package dev.skyline.strategy.surrogate;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.metric.Score;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What one recorded trial tells. The arrays are not copied; nobody writes to them.
 *
 * @param trial its number
 * @param code the architecture as numbers
 * @param objectives canonical values, smaller is better; NaN where unknown, as after a failure
 * @param excess for each constraint by how much its bound is missed, relative to the bound's size; negative where it is
 *     met with room to spare, NaN where unknown
 */
public record Observation(Architecture architecture, int trial, double[] code, double[] objectives, double[] excess) {

    public static Observation of(Trial trial, Problem problem, double[] code) {
        boolean failed = !trial.state().isEvaluated()
                && problem.broken(trial.measurements()).isEmpty();
        return new Observation(
                trial.architecture(),
                trial.number(),
                code,
                problem.objectives().stream()
                        .mapToDouble(objective -> failed ? Double.NaN : canonical(trial, objective))
                        .toArray(),
                problem.constraints().stream()
                        .mapToDouble(constraint -> excess(trial, constraint))
                        .toArray());
    }

    /** Whether all objectives and constraints are known. */
    public boolean isComplete() {
        return isKnown(objectives) && isKnown(excess);
    }

    /**
     * For constrained domination among all observations: what broke a constraint before its objectives were known is behind
     * whatever broke it less, and what tells nothing is behind everything.
     */
    public Score score() {
        double violation = Arrays.stream(excess)
                .filter(value -> !Double.isNaN(value))
                .map(value -> Math.max(0, value))
                .sum();
        if (isComplete()) {
            return new Score(objectives, violation);
        }
        double[] unknown = new double[objectives.length];
        Arrays.fill(unknown, Double.POSITIVE_INFINITY);
        return new Score(unknown, violation > 0 ? violation : Double.POSITIVE_INFINITY);
    }

    private static double canonical(Trial trial, Objective objective) {
        OptionalDouble value = trial.measurements().value(objective.key());
        return value.isPresent() ? objective.key().metric().canonical(value.getAsDouble()) : Double.NaN;
    }

    private static double excess(Trial trial, Constraint constraint) {
        return trial.measurements()
                .find(constraint.key())
                .map(measurement -> excess(constraint, constraint.decisive(measurement)))
                .orElse(Double.NaN);
    }

    /** As {@link Constraint#violation}, but goes on below zero. */
    private static double excess(Constraint constraint, double value) {
        double over = constraint.atMost().isPresent()
                ? relative(
                        value - constraint.atMost().getAsDouble(),
                        constraint.atMost().getAsDouble())
                : Double.NEGATIVE_INFINITY;
        double under = constraint.atLeast().isPresent()
                ? relative(
                        constraint.atLeast().getAsDouble() - value,
                        constraint.atLeast().getAsDouble())
                : Double.NEGATIVE_INFINITY;
        return Math.max(over, under);
    }

    private static double relative(double difference, double bound) {
        return difference / Math.max(Math.abs(bound), 1e-12);
    }

    private static boolean isKnown(double[] values) {
        return Arrays.stream(values).noneMatch(Double::isNaN);
    }
}
