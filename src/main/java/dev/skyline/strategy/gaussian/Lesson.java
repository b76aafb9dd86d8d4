package dev.skyline.strategy.gaussian;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Problem;
import dev.skyline.strategy.surrogate.NormalScores;
import dev.skyline.strategy.surrogate.Observation;
import dev.skyline.strategy.surrogate.Observations;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What one process learns from: the architectures for which its quantity is known, as choices, and the values. */
record Lesson(List<int[]> points, double[] values) {

    static final Lesson NONE = new Lesson(List.of(), new double[0]);

    /**
     * One for each objective, then one for the excess of each constraint.
     *
     * @param wanted whether that quantity is to be learnt; nothing is, of others
     */
    static List<Lesson> of(
            Function<Architecture, int[]> point, Observations seen, Problem problem, IntPredicate wanted) {
        List<int[]> choices = seen.recorded().stream()
                .map(observation -> point.apply(observation.architecture()))
                .toList();
        int objectives = problem.objectives().size();
        return IntStream.range(0, objectives + problem.constraints().size())
                .mapToObj(i -> wanted.test(i) ? of(choices, seen.recorded(), quantity(i, objectives)) : NONE)
                .toList();
    }

    NormalScores scores() {
        return new NormalScores(values);
    }

    /** A failure is as bad as can be, as it would be met again next to it. */
    private static ToDoubleFunction<Observation> quantity(int i, int objectives) {
        if (i >= objectives) {
            return observation -> observation.excess()[i - objectives];
        }
        return observation -> observation.score().violation() == Double.POSITIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : observation.objectives()[i];
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
