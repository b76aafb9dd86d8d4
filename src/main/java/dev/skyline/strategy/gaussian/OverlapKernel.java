package dev.skyline.strategy.gaussian;

import dev.skyline.space.Decision;
import dev.skyline.space.SearchSpace.Encodable;

import java.util.List;

/**
 * Correlation exp(−Σ wᵢ·δᵢ), where δᵢ says how much two architectures differ in decision i: 1 for different options, for
 * ordered ones the share of the range that lies between them, and 1 where the decision applies to one of them alone. It
 * is a product of valid kernels over the decisions, so it is one (Ru et al. 2020, Bayesian Optimisation over Multiple
 * Continuous and Categorical Inputs, section 4.1).
 *
 * @param ranges for each decision the greatest difference of two choices, or 0 for options without order
 * @param weights of the decisions, positive
 */
record OverlapKernel(int[] ranges, double[] weights) {

    static int[] ranges(List<Decision> decisions) {
        return decisions.stream()
                .mapToInt(decision -> decision.ordered() ? decision.options().size() - 1 : 0)
                .toArray();
    }

    /** O(decisions). */
    double of(int[] a, int[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                distance += weights[i] * difference(i, a, b);
            }
        }
        return Math.exp(-distance);
    }

    double difference(int decision, int[] a, int[] b) {
        return difference(decision, a[decision], b[decision]);
    }

    /** The part that one decision has in the correlation. */
    double factor(int decision, int a, int b) {
        return Math.exp(-weights[decision] * difference(decision, a, b));
    }

    private double difference(int decision, int a, int b) {
        if (a == b) {
            return 0;
        }
        boolean isGraded = ranges[decision] > 0 && a != Encodable.NONE && b != Encodable.NONE;
        return isGraded ? Math.abs(a - b) / (double) ranges[decision] : 1;
    }
}
