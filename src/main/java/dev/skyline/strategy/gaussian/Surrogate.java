package dev.skyline.strategy.gaussian;

import dev.skyline.space.SearchSpace.Encodable;
import dev.skyline.strategy.surrogate.NormalScores;
import dev.skyline.strategy.surrogate.Observation;
import dev.skyline.strategy.surrogate.Observations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Processes for the objective and for the excess of each constraint.
 *
 * @param processes the objective's first
 */
record Surrogate(List<Process> processes) {

    static final Surrogate NONE = new Surrogate(List.of());

    /** What one process learns from: the points that have a value. */
    private record Lesson(List<int[]> points, double[] values) {

        static Lesson of(Encodable space, Observations seen, ToDoubleFunction<Observation> quantity) {
            List<int[]> points = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (Observation observation : seen.recorded()) {
                double value = quantity.applyAsDouble(observation);
                if (!Double.isNaN(value)) {
                    points.add(space.choices(observation.architecture()));
                    values.add(value);
                }
            }
            return new Lesson(
                    points, values.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** What is believed of a quantity, and where its bound lies among its scores. */
    record Answers(Process.Posterior posterior, NormalScores scores) {}

    Surrogate grownTo(Encodable space, Observations seen, int constraints) {
        int[] ranges = OverlapKernel.ranges(space.decisions());
        return new Surrogate(IntStream.rangeClosed(0, constraints)
                .mapToObj(i -> {
                    Lesson lesson = Lesson.of(space, seen, quantity(i));
                    return (processes.isEmpty() ? Process.none(ranges) : processes.get(i))
                            .grownTo(lesson.points(), lesson.values());
                })
                .toList());
    }

    /** Of the i-th process; empty where it has too little to learn from. */
    Optional<Answers> answers(int i, Encodable space, Observations seen) {
        if (i >= processes.size() || !processes.get(i).isReady()) {
            return Optional.empty();
        }
        Lesson lesson = Lesson.of(space, seen, quantity(i));
        List<int[]> pending = seen.pending().stream().map(space::choices).toList();
        return Optional.of(new Answers(
                processes.get(i).posterior(lesson.points(), lesson.values(), pending),
                new NormalScores(lesson.values())));
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
}
