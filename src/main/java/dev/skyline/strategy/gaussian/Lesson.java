package dev.skyline.strategy.gaussian;

import dev.skyline.space.SearchSpace.Encodable;
import dev.skyline.strategy.surrogate.NormalScores;
import dev.skyline.strategy.surrogate.Observation;
import dev.skyline.strategy.surrogate.Observations;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What one process learns from: the architectures for which its quantity is known, as choices, and the values. */
record Lesson(List<int[]> points, double[] values) {

    /** The objective's, then one for the excess of each constraint. */
    static List<Lesson> of(Encodable space, Observations seen, int constraints) {
        List<int[]> choices = seen.recorded().stream()
                .map(observation -> space.choices(observation.architecture()))
                .toList();
        return IntStream.rangeClosed(0, constraints)
                .mapToObj(i -> of(choices, seen.recorded(), quantity(i)))
                .toList();
    }

    NormalScores scores() {
        return new NormalScores(values);
    }

    /** A failure is as bad as can be, as it would be met again next to it. */
    private static ToDoubleFunction<Observation> quantity(int i) {
        if (i > 0) {
            return observation -> observation.excess()[i - 1];
        }
        return observation -> observation.score().violation() == Double.POSITIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : observation.objectives()[0];
    }

    private static Lesson of(
            List<int[]> choices, List<Observation> observations, ToDoubleFunction<Observation> quantity) {
        List<int[]> points = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            double value = quantity.applyAsDouble(observations.get(i));
            if (!Double.isNaN(value)) {
                points.add(choices.get(i));
                values.add(value);
            }
        }
        return new Lesson(
                points, values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
