package dev.skyline.strategy.gaussian;

import dev.skyline.strategy.surrogate.Gaussian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Expected improvement of the area that a front of two objectives dominates, these taken as independent. The area not yet
 * dominated is cut into strips from one front point to the next; a strip's share in the expectation is a product of
 * expected improvements (Emmerich, Deutz and Klinkenberg 2011, Hypervolume-based expected improvement: Monotonicity
 * properties and exact computation, IEEE CEC). Exact for an objective that is known.
 *
 * @param ends of the strips, ascending in the first objective; the last is the reference
 * @param levels the least of the second objective that is reached up to there; the reference, before the first point
 */
record FrontPromise(double[] ends, double[] levels) implements Promise {

    /** @param reference what is worse than that counts for nothing */
    static FrontPromise of(List<double[]> found, double[] reference) {
        List<double[]> ordered = new ArrayList<>(found);
        ordered.removeIf(point -> point[0] >= reference[0] || point[1] >= reference[1]);
        ordered.sort((a, b) -> Arrays.compare(a, b));
        double[] ends = new double[ordered.size() + 1];
        double[] levels = new double[ordered.size() + 1];
        int count = 0;
        levels[0] = reference[1];
        for (double[] point : ordered) {
            if (point[1] < levels[count]) {
                ends[count++] = point[0];
                levels[count] = point[1];
            }
        }
        ends[count++] = reference[0];
        return new FrontPromise(Arrays.copyOf(ends, count), Arrays.copyOf(levels, count));
    }

    /** O(front). */
    @Override
    public double of(Gaussian[] objectives) {
        double sum = 0;
        double before = 0;
        for (int i = 0; i < ends.length; i++) {
            double height = objectives[1].expectedImprovement(levels[i]);
            if (height == 0) {
                return sum;
            }
            double until = objectives[0].expectedImprovement(ends[i]);
            sum += (until - before) * height;
            before = until;
        }
        return sum;
    }
}
