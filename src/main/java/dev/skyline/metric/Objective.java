package dev.skyline.metric;

import java.util.OptionalDouble;

/**
 * A metric to optimise, in its own direction.
 *
 * @param goal the search may end once a trial is at least this good
 */
public record Objective(MetricKey key, OptionalDouble goal) {

    public static Objective of(MetricKey key) {
        return new Objective(key, OptionalDouble.empty());
    }

    public boolean reachedBy(double value) {
        return goal.isPresent() && !key.metric().better(goal.getAsDouble(), value);
    }
}
