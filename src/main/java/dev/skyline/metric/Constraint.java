package dev.skyline.metric;

import dev.skyline.metric.Metric.Known;

import java.util.OptionalDouble;

/** A bound that a solution must meet, in the metric's unit; one of the two bounds or both. */
public record Constraint(MetricKey key, OptionalDouble atMost, OptionalDouble atLeast) {

    public Constraint {
        if (atMost.isEmpty() && atLeast.isEmpty()) {
            throw new IllegalArgumentException("a constraint on " + key + " needs atMost or atLeast");
        }
        if (atMost.isPresent() && atLeast.isPresent() && atLeast.getAsDouble() > atMost.getAsDouble()) {
            throw new IllegalArgumentException(
                    "no " + key + " is at least " + atLeast.getAsDouble() + " and at most " + atMost.getAsDouble());
        }
    }

    public static Constraint atMost(MetricKey key, double bound) {
        return new Constraint(key, OptionalDouble.of(bound), OptionalDouble.empty());
    }

    public static Constraint atLeast(MetricKey key, double bound) {
        return new Constraint(key, OptionalDouble.empty(), OptionalDouble.of(bound));
    }

    public boolean isMetBy(double value) {
        return violation(value) == 0;
    }

    /** By how much the bound is missed, relative to the bound's size; 0 where it is met. */
    public double violation(double value) {
        double over = atMost.isPresent() ? excess(value - atMost.getAsDouble(), atMost.getAsDouble()) : 0;
        double under = atLeast.isPresent() ? excess(atLeast.getAsDouble() - value, atLeast.getAsDouble()) : 0;
        return Math.max(over, under);
    }

    private static double excess(double difference, double bound) {
        return Math.max(0, difference) / Math.max(Math.abs(bound), 1e-12);
    }

    /** Whether it can be checked without training anything. */
    public boolean isKnownBeforeTraining() {
        return key.metric().known() == Known.BEFORE_TRAINING;
    }

    /** For people, of a value that breaks it: {@code parameters ≤ 200000 with 431080}. */
    public String missedBy(double value) {
        return this + " with " + Numbers.text(value);
    }

    /** For people: {@code parameters ≤ 200000}. */
    @Override
    public String toString() {
        String low = atLeast.isPresent() ? Numbers.text(atLeast.getAsDouble()) + " ≤ " : "";
        String high = atMost.isPresent() ? " ≤ " + Numbers.text(atMost.getAsDouble()) : "";
        return low + key + high;
    }
}
