package dev.skyline.strategy.gaussian;

import dev.skyline.strategy.surrogate.Gaussian;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What candidates promise: how much they may improve on what was found, times the probability that they are feasible
 * (Gardner et al. 2014, Bayesian Optimization with Inequality Constraints).
 *
 * @param objectives as the promise asks for them
 * @param limits on what is not known to be met
 */
record Acquisition(Promise promise, List<Quantity> objectives, List<Limit> limits) {

    /** Candidates looked at closely; the best of all is nearly always among them. */
    private static final int CLOSELY = 300;

    /** @param bound of the quantity, which is met at it and below */
    record Limit(Quantity quantity, double bound) {}

    /** Whether it tells candidates apart. */
    boolean isReady() {
        return promise != Promise.ANY || !limits.isEmpty();
    }

    /**
     * That which promises most. First all are judged by what they promise if no more is known of them than the trial tells
     * that is most like them, which is quick and hardly ever too little; then in that order until none can be better.
     *
     * @param candidates in the order of their choices
     */
    Candidate best(List<Candidate> candidates) {
        double[] hopes = hopes(candidates);
        List<Integer> order = IntStream.range(0, hopes.length)
                .filter(atLeast(hopes))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -hopes[i]))
                .limit(CLOSELY)
                .toList();
        Candidate best = candidates.get(order.get(0));
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i : order) {
            if (hopes[i] <= greatest) {
                break;
            }
            double value = of(candidates.get(i));
            if (value > greatest) {
                greatest = value;
                best = candidates.get(i);
            }
        }
        return best;
    }

    /** Whether a place is among those looked at closely. Comparing numbers is faster than sorting objects. */
    private static IntPredicate atLeast(double[] hopes) {
        double[] sorted = hopes.clone();
        Arrays.sort(sorted);
        double least = sorted[Math.max(0, sorted.length - CLOSELY)];
        return i -> hopes[i] >= least;
    }

    private double of(Candidate candidate) {
        double value = promise.of(objectives.stream().map(q -> q.of(candidate)).toArray(Gaussian[]::new));
        for (Limit limit : limits) {
            value *= limit.quantity().of(candidate).atMost(limit.bound());
        }
        return value;
    }

    private double[] hopes(List<Candidate> candidates) {
        List<Gaussian[]> beliefs =
                objectives.stream().map(quantity -> quantity.atMost(candidates)).toList();
        double[] hopes = new double[candidates.size()];
        Gaussian[] one = new Gaussian[beliefs.size()];
        for (int i = 0; i < hopes.length; i++) {
            for (int j = 0; j < one.length; j++) {
                one[j] = beliefs.get(j)[i];
            }
            hopes[i] = promise.of(one);
        }
        for (Limit limit : limits) {
            Gaussian[] excess = limit.quantity().atMost(candidates);
            for (int i = 0; i < hopes.length; i++) {
                hopes[i] *= excess[i].mean() <= limit.bound() ? 1 : excess[i].atMost(limit.bound());
            }
        }
        return hopes;
    }
}
