package dev.skyline.metric;

import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A bound that a solution must meet, in the metric's unit; one of the two bounds or both.
 *
 * @param confidence chance with which a predicted value must meet it (chance constraint, Charnes and Cooper 1959); empty
 *     where the predicted value itself must
 */
public record Constraint(MetricKey key, OptionalDouble atMost, OptionalDouble atLeast, OptionalDouble confidence) {

    public Constraint {
        if (atMost.isEmpty() && atLeast.isEmpty()) {
            throw new IllegalArgumentException("a constraint on " + key + " needs atMost or atLeast");
        }
        if (atMost.isPresent() && atLeast.isPresent() && atLeast.getAsDouble() > atMost.getAsDouble()) {
            throw new IllegalArgumentException(
                    "no " + key + " is at least " + atLeast.getAsDouble() + " and at most " + atMost.getAsDouble());
        }
        if (confidence.isPresent() && !(confidence.getAsDouble() >= 0.5 && confidence.getAsDouble() < 1)) {
            throw new IllegalArgumentException("the confidence must lie in [0.5, 1), not " + confidence.getAsDouble());
        }
    }

    /** One that the value itself must meet. */
    public Constraint(MetricKey key, OptionalDouble atMost, OptionalDouble atLeast) {
        this(key, atMost, atLeast, OptionalDouble.empty());
    }

    /** The same bounds, to be met with this chance, from 0.5 and below 1. */
    public Constraint withConfidence(OptionalDouble chance) {
        return new Constraint(key, atMost, atLeast, chance);
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

    /** The same of a measurement of its key, at the value that its confidence asks for. */
    public double violation(Measurement measurement) {
        return violation(decisive(measurement));
    }

    public boolean isMetBy(Measurement measurement) {
        return violation(measurement) == 0;
    }

    /**
     * The value of a measurement that has to keep within the bounds: with a confidence and an interval the quantile on the
     * side of the bound; with two bounds that which misses its own the most.
     */
    public double decisive(Measurement measurement) {
        if (confidence.isEmpty()) {
            return measurement.value();
        }
        double high = measurement.quantile(confidence.getAsDouble());
        double low = measurement.quantile(1 - confidence.getAsDouble());
        return atLeast.isEmpty() || atMost.isPresent() && violation(high) >= violation(low) ? high : low;
    }

    private static double excess(double difference, double bound) {
        return Math.max(0, difference) / Math.max(Math.abs(bound), 1e-12);
    }

    /** Its bounds, each as a constraint of its own. */
    public List<Constraint> bounds() {
        return atMost.isPresent() && atLeast.isPresent()
                ? List.of(
                        new Constraint(key, atMost, OptionalDouble.empty(), confidence),
                        new Constraint(key, OptionalDouble.empty(), atLeast, confidence))
                : List.of(this);
    }

    /**
     * The nearest constraint with one bound that a measurement meets, rounded to {@value Numbers#DIGITS} digits.
     *
     * @param measurement of its key, that breaks it
     */
    public Constraint relaxedFor(Measurement measurement) {
        double value = decisive(measurement);
        OptionalDouble up = OptionalDouble.of(Numbers.rounded(value, RoundingMode.CEILING));
        OptionalDouble down = OptionalDouble.of(Numbers.rounded(value, RoundingMode.FLOOR));
        return atMost.isPresent()
                ? new Constraint(key, up, OptionalDouble.empty(), confidence)
                : new Constraint(key, OptionalDouble.empty(), down, confidence);
    }

    /** For people, of a value that breaks it: {@code parameters ≤ 200000 with 431080}. */
    public String missedBy(double value) {
        return this + " with " + Numbers.text(Numbers.rounded(value, RoundingMode.HALF_EVEN));
    }

    /** For people: {@code parameters ≤ 200000}. */
    @Override
    public String toString() {
        String low = atLeast.isPresent() ? Numbers.text(atLeast.getAsDouble()) + " ≤ " : "";
        String high = atMost.isPresent() ? " ≤ " + Numbers.text(atMost.getAsDouble()) : "";
        String sure = confidence.isPresent() ? " with confidence " + Numbers.text(confidence.getAsDouble()) : "";
        return low + key + high + sure;
    }
}
