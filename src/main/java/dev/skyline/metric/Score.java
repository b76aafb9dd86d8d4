package dev.skyline.metric;

/**
 * A solution's canonical objective values (smaller is better) and the sum of its relative constraint violations.
 *
 * <p>Constrained domination after Deb et al. 2002, section VI: feasible before infeasible, less violated before more,
 * and Pareto domination among the feasible. The array is not copied; nobody writes to it.
 */
public record Score(double[] objectives, double violation) {

    public boolean isFeasible() {
        return violation == 0;
    }

    /** O(objectives). */
    public boolean dominates(Score other) {
        if (violation != other.violation) {
            return violation < other.violation;
        }
        return dominates(objectives, other.objectives);
    }

    /** Whether the first vector is nowhere worse (greater) and somewhere better. */
    public static boolean dominates(double[] a, double[] b) {
        boolean better = false;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > b[i]) {
                return false;
            }
            better |= a[i] < b[i];
        }
        return better;
    }
}
