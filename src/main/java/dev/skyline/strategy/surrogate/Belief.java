package dev.skyline.strategy.surrogate;

import dev.skyline.metric.Score;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A model's belief about a candidate.
 *
 * @param objectives of the canonical values, smaller is better
 * @param excess of the values in {@link Observation#excess()}: a constraint is met at 0 and below
 */
public record Belief(List<Gaussian> objectives, List<Gaussian> excess) {

    public Belief {
        objectives = List.copyOf(objectives);
        excess = List.copyOf(excess);
    }

    /** Probability that all constraints are met, taken as independent (Gardner et al. 2014). */
    public double feasibility() {
        return excess.stream().mapToDouble(value -> value.atMost(0)).reduce(1, (a, b) -> a * b);
    }

    /**
     * Each value drawn independently. To choose the best of such draws by constrained domination is Thompson sampling under
     * constraints (Eriksson and Poloczek 2021, Scalable Constrained Bayesian Optimization, section 3.1).
     */
    public Score sample(RandomGenerator random) {
        double violation = excess.stream()
                .mapToDouble(value -> Math.max(0, value.sample(random)))
                .sum();
        return new Score(
                objectives.stream().mapToDouble(value -> value.sample(random)).toArray(), violation);
    }
}
