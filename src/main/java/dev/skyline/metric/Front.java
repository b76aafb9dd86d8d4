package dev.skyline.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The non-dominated feasible solutions: those to which no other feasible one is better in an objective and nowhere
 * worse.
 */
public final class Front {

    private Front() {}

    /**
     * The items of the front, ordered by the first objective from the best on, then by the second and so on; equal
     * solutions all belong to it, in the given order. O(n log n) for one or two objectives, O(n × front) for more.
     */
    public static <T> List<T> of(Collection<? extends T> items, Function<? super T, Score> score) {
        List<Scored<T>> feasible = new ArrayList<>(items.size());
        for (T item : items) {
            Score itsScore = score.apply(item);
            if (itsScore.isFeasible()) {
                feasible.add(new Scored<>(item, itsScore.objectives()));
            }
        }
        feasible.sort(Comparator.comparing(Scored::objectives, Vectors.LEXICOGRAPHIC));
        List<double[]> vectors = new ArrayList<>();
        List<T> front = new ArrayList<>();
        for (Scored<T> scored : feasible) {
            if (!Vectors.dominated(vectors, scored.objectives())) {
                vectors.add(scored.objectives());
                front.add(scored.item());
            }
        }
        return front;
    }

    private record Scored<T>(T item, double[] objectives) {}
}
