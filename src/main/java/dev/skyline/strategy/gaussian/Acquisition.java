package dev.skyline.strategy.gaussian;

import dev.skyline.architecture.Architecture;
import dev.skyline.space.SearchSpace.Encodable;
import dev.skyline.strategy.surrogate.Observations;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a candidate promises: expected improvement on the best feasible trial, times the probability that the candidate is
 * feasible; that probability alone, as long as no feasible trial is known.
 */
final class Acquisition {

    private final Encodable space;
    private final Optional<Surrogate.Answers> objective;
    private final List<Surrogate.Answers> constraints;
    private final OptionalDouble best;

    private Acquisition(
            Encodable space,
            Optional<Surrogate.Answers> objective,
            List<Surrogate.Answers> constraints,
            OptionalDouble best) {
        this.space = space;
        this.objective = objective;
        this.constraints = constraints;
        this.best = best;
    }

    static Acquisition of(Surrogate surrogate, Encodable space, Observations seen) {
        return new Acquisition(
                space,
                surrogate.answers(0, space, seen),
                IntStream.range(1, surrogate.processes().size())
                        .mapToObj(i -> surrogate.answers(i, space, seen))
                        .flatMap(Optional::stream)
                        .toList(),
                seen.complete().stream()
                        .filter(observation -> observation.score().isFeasible())
                        .mapToDouble(observation -> observation.objectives()[0])
                        .min());
    }

    double of(Architecture candidate) {
        int[] point = space.choices(candidate);
        double value = 1;
        for (Surrogate.Answers constraint : constraints) {
            value *= constraint.posterior().of(point).atMost(constraint.scores().of(0));
        }
        if (objective.isPresent() && best.isPresent()) {
            double incumbent = objective.get().scores().of(best.getAsDouble());
            value *= objective.get().posterior().of(point).expectedImprovement(incumbent);
        }
        return value;
    }
}
