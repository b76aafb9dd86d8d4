package dev.skyline.strategy.forest;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.strategy.surrogate.Observation;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * The augmented Tchebycheff function of Knowles 2006, equation 2: max λᵢfᵢ + ρ Σ λᵢfᵢ over objectives f scaled to the
 * range [0, 1] of those observed.
 */
record Tchebycheff(double[] weights, double[] least, double[] range) implements ToDoubleFunction<Observation> {

    private static final double RHO = 0.05;

    /** Weights λ uniform over those that sum to one. O(trials). */
    static Tchebycheff random(TrialHistory history, RandomGenerator random) {
        int objectives = history.problem().objectives().size();
        double[] weights = DoubleStream.generate(() -> random.nextExponential())
                .limit(objectives)
                .toArray();
        double sum = Arrays.stream(weights).sum();
        double[] least = new double[objectives];
        double[] most = new double[objectives];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (Trial trial : history.recorded()) {
            history.score(trial).ifPresent(score -> {
                for (int i = 0; i < objectives; i++) {
                    least[i] = Math.min(least[i], score.objectives()[i]);
                    most[i] = Math.max(most[i], score.objectives()[i]);
                }
            });
        }
        double[] range = new double[objectives];
        Arrays.setAll(range, i -> most[i] > least[i] ? most[i] - least[i] : 1);
        return new Tchebycheff(Arrays.stream(weights).map(w -> w / sum).toArray(), least, range);
    }

    /** NaN where an objective is unknown, infinite after a failure. */
    @Override
    public double applyAsDouble(Observation observation) {
        if (observation.score().violation() == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 0;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double term = weights[i] * (observation.objectives()[i] - least[i]) / range[i];
            most = Math.max(most, term);
            sum += term;
        }
        return most + RHO * sum;
    }
}
