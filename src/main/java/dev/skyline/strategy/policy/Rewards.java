package dev.skyline.strategy.policy;

import dev.skyline.metric.Score;
import dev.skyline.strategy.surrogate.Ranks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The values of each objective among the trials so far, to put rewards on one scale whatever the unit: a value's share of
 * trials that are worse, so 1 for the best and 0 for the worst.
 *
 * @param values canonical, for each objective
 */
record Rewards(List<Ranks> values) {

    static final Rewards NONE = new Rewards(List.of());

    /** Takes in the objectives of a trial that has them. O(trials). */
    Rewards with(Score score) {
        if (!isKnown(score)) {
            return this;
        }
        return new Rewards(IntStream.range(0, score.objectives().length)
                .mapToObj(i -> (values.isEmpty() ? Ranks.NONE : values.get(i)).with(score.objectives()[i]))
                .toList());
    }

    /**
     * The weighted sum of the objectives' shares; below 0 by the extent of the breach where a constraint is broken, and −1
     * after a failure. So any trial that meets the constraints is rewarded above any that does not.
     */
    double of(Score score, double[] weights) {
        if (!score.isFeasible() || !isKnown(score)) {
            return -Math.min(1, score.violation());
        }
        double reward = 0;
        for (int i = 0; i < weights.length; i++) {
            Ranks ranks = values.get(i);
            reward += weights[i] * (1 - ranks.below(score.objectives()[i]) / ranks.size());
        }
        return reward;
    }

    private static boolean isKnown(Score score) {
        return Arrays.stream(score.objectives()).allMatch(Double::isFinite);
    }
}
