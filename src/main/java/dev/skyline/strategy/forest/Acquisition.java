package dev.skyline.strategy.forest;

import dev.skyline.architecture.Architecture;
import dev.skyline.strategy.surrogate.NormalScores;
import dev.skyline.strategy.surrogate.Observation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * What a candidate promises: expected improvement on the best feasible trial, times the probability that the candidate
 * meets each constraint (Gardner et al. 2014). As long as no feasible trial is known, the expected lessening of the least
 * violation.
 */
final class Acquisition {

    private final Forest.Shape shape;
    private final Features features;
    private final RandomGenerator random;
    private final List<Answers> constraints = new ArrayList<>();
    private final Answers improvement;

    /**
     * What a forest says of normal scores.
     *
     * @param mark the score to be undercut
     */
    private record Answers(Forest forest, double mark) {

        double improvement(int[] point) {
            return forest.of(point).expectedImprovement(mark);
        }

        double probability(int[] point) {
            return forest.of(point).atMost(mark);
        }
    }

    /**
     * @param objective of which less is better; NaN where unknown, infinite after a failure
     * @param seen with one observation at least that is no failure
     */
    Acquisition(
            Forest.Shape shape,
            Features features,
            List<Observation> seen,
            ToDoubleFunction<Observation> objective,
            RandomGenerator random) {
        this.shape = shape;
        this.features = features;
        this.random = random;
        OptionalDouble best = seen.stream()
                .filter(observation ->
                        observation.isComplete() && observation.score().isFeasible())
                .mapToDouble(objective)
                .min();
        if (best.isEmpty()) {
            ToDoubleFunction<Observation> violation =
                    observation -> observation.score().violation();
            improvement = answers(
                    seen, violation, seen.stream().mapToDouble(violation).min().orElseThrow());
            return;
        }
        improvement = answers(seen, objective, best.getAsDouble());
        for (int i = 0; i < seen.get(0).excess().length; i++) {
            int constraint = i;
            constraints.add(answers(seen, observation -> observation.excess()[constraint], 0));
        }
    }

    private Answers answers(List<Observation> seen, ToDoubleFunction<Observation> quantity, double mark) {
        List<Observation> known = seen.stream()
                .filter(observation -> !Double.isNaN(quantity.applyAsDouble(observation)))
                .toList();
        double[] values = known.stream().mapToDouble(quantity).toArray();
        NormalScores scores = new NormalScores(values);
        int[][] points = known.stream()
                .map(observation -> features.of(observation.architecture()))
                .toArray(int[][]::new);
        double[] targets = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            targets[i] = scores.of(values[i]);
        }
        return new Answers(Forest.fit(shape, features, points, targets, random), scores.of(mark));
    }

    /** O(constraints × trees × depth). */
    double of(Architecture candidate) {
        int[] point = features.of(candidate);
        double value = improvement.improvement(point);
        for (Answers constraint : constraints) {
            value *= constraint.probability(point);
        }
        return value;
    }
}
