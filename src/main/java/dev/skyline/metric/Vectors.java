package dev.skyline.metric;

import java.util.Comparator;
import java.util.List;

/** Order and domination among canonical vectors of equal length. */
final class Vectors {

    /** By the first value, then the second, and so on: none is dominated by a later one. */
    static final Comparator<double[]> LEXICOGRAPHIC = Vectors::compare;

    private Vectors() {}

    private static int compare(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            int order = Double.compare(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /**
     * Whether a member of a front dominates a vector that stands behind all of it in lexicographic order. O(1) for two
     * objectives, of which the last member has the least second one; else O(members × objectives).
     *
     * @param front mutually non-dominated, in lexicographic order
     */
    static boolean dominated(List<double[]> front, double[] vector) {
        int first = vector.length <= 2 ? front.size() - 1 : 0;
        for (int i = front.size() - 1; i >= Math.max(first, 0); i--) {
            if (Score.dominates(front.get(i), vector)) {
                return true;
            }
        }
        return false;
    }
}
