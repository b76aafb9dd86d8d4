package dev.skyline.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranks solutions by constrained domination: rank 0 is dominated by none, rank 1 by those of rank 0 alone, and so on
 * (the fronts F₁, F₂, … of Deb et al. 2002, A Fast and Elitist Multiobjective Genetic Algorithm: NSGA-II, section III
 * A). Feasible solutions come first, then the infeasible from the least violated on.
 *
 * <p>The method is ENS-BS of Zhang et al. 2015, An Efficient Approach to Nondominated Sorting for Evolutionary
 * Multiobjective Optimization: in lexicographic order, each solution finds its front by binary search.
 */
public final class NonDominatedSort {

    private NonDominatedSort() {}

    /** Ranks in the order of the scores. O(n log n) for one or two objectives, O(objectives × n²) at worst for more. */
    public static int[] ranks(List<Score> scores) {
        List<Integer> order = IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparing(
                        scores::get,
                        Comparator.comparingDouble(Score::violation)
                                .thenComparing(Score::objectives, Vectors.LEXICOGRAPHIC)))
                .toList();
        int[] ranks = new int[scores.size()];
        List<List<double[]>> fronts = new ArrayList<>();
        int base = 0;
        double violation = Double.NaN;
        for (int index : order) {
            Score score = scores.get(index);
            if (score.violation() != violation) {
                base += fronts.size();
                fronts = new ArrayList<>();
                violation = score.violation();
            }
            ranks[index] = base + place(fronts, score.objectives());
        }
        return ranks;
    }

    /** Adds a vector to the first front that does not dominate it; where one does not, neither do those after it. */
    private static int place(List<List<double[]>> fronts, double[] vector) {
        int low = 0;
        int high = fronts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Vectors.dominated(fronts.get(middle), vector)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == fronts.size()) {
            fronts.add(new ArrayList<>());
        }
        fronts.get(low).add(vector);
        return low;
    }
}
