package dev.skyline.strategy.gaussian;

import dev.skyline.strategy.surrogate.NormalScores;
import dev.skyline.strategy.surrogate.Observations;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What a candidate promises: expected improvement on the best feasible trial, times the probability that the candidate is
 * feasible; that probability alone, as long as no feasible trial is known.
 *
 * @param factors functions of the candidate's choices
 */
record Acquisition(List<ToDoubleFunction<int[]>> factors) {

    /** @param pending choices of what is being evaluated */
    static Acquisition of(Surrogate surrogate, List<Lesson> lessons, Observations seen, List<int[]> pending) {
        List<ToDoubleFunction<int[]>> factors = new ArrayList<>();
        for (int i = 0; i < lessons.size(); i++) {
            if (surrogate.isReady(i)) {
                Lesson lesson = lessons.get(i);
                NormalScores scores = lesson.scores();
                Process.Posterior posterior =
                        surrogate.processes().get(i).posterior(lesson.points(), lesson.values(), pending);
                OptionalDouble best = leastFeasible(seen);
                if (i > 0) {
                    double bound = scores.of(0);
                    factors.add(point -> posterior.of(point).atMost(bound));
                } else if (best.isPresent()) {
                    double incumbent = scores.of(best.getAsDouble());
                    factors.add(point -> posterior.of(point).expectedImprovement(incumbent));
                }
            }
        }
        return new Acquisition(List.copyOf(factors));
    }

    /** O(n²) for n trials. */
    double of(int[] point) {
        double value = 1;
        for (ToDoubleFunction<int[]> factor : factors) {
            value *= factor.applyAsDouble(point);
        }
        return value;
    }

    private static OptionalDouble leastFeasible(Observations seen) {
        return seen.complete().stream()
                .filter(observation -> observation.score().isFeasible())
                .mapToDouble(observation -> observation.objectives()[0])
                .min();
    }
}
