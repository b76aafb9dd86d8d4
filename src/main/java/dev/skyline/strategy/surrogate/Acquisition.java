package dev.skyline.strategy.surrogate;

import dev.skyline.architecture.Architecture;
import dev.skyline.strategy.Foresight;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What a candidate promises: expected improvement on the best feasible trial, times the probability that the candidate
 * meets each constraint (Gardner et al. 2014, Bayesian Optimization with Inequality Constraints). As long as no feasible
 * trial is known, the expected lessening of the least violation. For any model, which sees values as normal scores.
 */
public final class Acquisition {

    private final Regression regression;
    private final List<Answers> constraints = new ArrayList<>();
    private final Answers improvement;

    /** A kind of model. */
    public interface Regression {

        /** What the model believes of any architecture, fitted to one value at least. */
        Function<Architecture, Gaussian> fit(List<Architecture> points, double[] values);
    }

    /** @param mark the score to be undercut */
    private record Answers(Function<Architecture, Gaussian> model, double mark) {}

    /**
     * Fits a model to the objective, and to each constraint.
     *
     * @param seen with one observation at least that is no failure
     * @param objective of which less is better; NaN where unknown, infinite after a failure
     */
    public Acquisition(Regression regression, List<Observation> seen, ToDoubleFunction<Observation> objective) {
        this.regression = regression;
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
        double[] targets = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            targets[i] = scores.of(values[i]);
        }
        return new Answers(
                regression.fit(known.stream().map(Observation::architecture).toList(), targets), scores.of(mark));
    }

    /** At the cost of one prediction for the objective and for each constraint that is not known to be met. */
    public double of(Foresight.Prospect candidate) {
        double value = improvement.model().apply(candidate.architecture()).expectedImprovement(improvement.mark());
        for (int i = 0; i < constraints.size(); i++) {
            if (!candidate.met()[i]) {
                Answers constraint = constraints.get(i);
                value *= constraint.model().apply(candidate.architecture()).atMost(constraint.mark());
            }
        }
        return value;
    }
}
