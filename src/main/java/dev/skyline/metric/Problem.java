package dev.skyline.metric;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What is searched for: one or more objectives under constraints.
 *
 * <p>A solution's <em>canonical</em> objective vector is better the smaller each value is, whatever the metrics'
 * directions.
 */
public record Problem(List<Objective> objectives, List<Constraint> constraints) {

    public Problem {
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("a search needs an objective");
        }
        if (objectives.stream().map(Objective::key).distinct().count() != objectives.size()) {
            throw new IllegalArgumentException("an objective stands twice in " + objectives);
        }
    }

    /** Whether there is more than one objective, so that the result is a front and not a point. */
    public boolean isMultiObjective() {
        return objectives.size() > 1;
    }

    /** The solution as this problem sees it, or empty where a value of an objective or constraint is missing. */
    public Optional<Score> score(Measurements measurements) {
        double[] canonical = new double[objectives.size()];
        for (int i = 0; i < canonical.length; i++) {
            MetricKey key = objectives.get(i).key();
            OptionalDouble value = measurements.value(key);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            canonical[i] = key.metric().canonical(value.getAsDouble());
        }
        // no streams: at each proposal all trials of a history are scored
        for (Constraint constraint : constraints) {
            if (measurements.find(constraint.key()).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Score(canonical, violation(measurements)));
    }

    /** By how much these measurements miss the constraints that they have a value for, in all. */
    public double violation(Measurements measurements) {
        double violation = 0;
        for (Constraint constraint : constraints) {
            violation += measurements
                    .find(constraint.key())
                    .map(constraint::violation)
                    .orElse(0.0);
        }
        return violation;
    }

    /** The same, with the values of aggregates of which all parts are there. */
    public Measurements completed(Measurements found) {
        Measurements all = found;
        for (Aggregate aggregate : aggregates()) {
            all = aggregate.of(all).map(Measurements::of).map(all::plus).orElse(all);
        }
        return all;
    }

    /** What is asked for of several targets together. */
    public List<Aggregate> aggregates() {
        return keys().flatMap(key -> Aggregate.of(key).stream()).toList();
    }

    /** What is asked for, each once: of objectives first, then of constraints. */
    public Stream<MetricKey> keys() {
        return Stream.concat(
                        objectives.stream().map(Objective::key),
                        constraints.stream().map(Constraint::key))
                .distinct();
    }

    /** The first constraint that these measurements break, among those that they have a value for. */
    public Optional<Constraint> broken(Measurements measurements) {
        return constraints.stream()
                .filter(c ->
                        measurements.find(c.key()).filter(m -> !c.isMetBy(m)).isPresent())
                .findFirst();
    }
}
