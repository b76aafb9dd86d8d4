package dev.skyline.strategy.fidelity;

import dev.skyline.metric.CrowdingDistance;
import dev.skyline.metric.Score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A growing ranking by constrained domination: the non-dominated fronts, the best first. A new item finds its front by
 * binary search and pushes down what it dominates (Li, Deb, Zhang and Zhang 2017, Efficient Nondomination Level Update
 * Method for Steady-State Evolutionary Multiobjective Optimization). With one objective it is a sorted list. Immutable.
 */
record Layers<T extends Scored>(List<List<Ties<T>>> fronts, int size) {

    static <T extends Scored> Layers<T> empty() {
        return new Layers<>(List.of(), 0);
    }

    static <T extends Scored> Layers<T> of(List<T> items) {
        Layers<T> layers = empty();
        for (T item : items) {
            layers = layers.with(item);
        }
        return layers;
    }

    /** O(fronts) for one objective; for more, O(front) for each front from the item's own on that it disturbs. */
    Layers<T> with(T added) {
        List<List<Ties<T>>> changed = new ArrayList<>(fronts.size() + 1);
        changed.addAll(fronts);
        int own = front(added.score());
        if (own < fronts.size() && fronts.get(own).stream().anyMatch(ties -> ties.hold(added))) {
            changed.set(
                    own,
                    fronts.get(own).stream()
                            .map(ties -> ties.hold(added) ? ties.with(added) : ties)
                            .toList());
        } else {
            insert(Ties.of(added), own, changed);
        }
        return new Layers<>(changed, size + 1);
    }

    private static <T extends Scored> void insert(Ties<T> added, int own, List<List<Ties<T>>> fronts) {
        List<Ties<T>> falling = List.of(added);
        for (int i = own; !falling.isEmpty(); i++) {
            List<Ties<T>> staying = new ArrayList<>();
            List<Ties<T>> pushed = new ArrayList<>();
            if (i < fronts.size()) {
                for (Ties<T> ties : fronts.get(i)) {
                    (dominated(falling, ties.score()) ? pushed : staying).add(ties);
                }
            }
            if (staying.isEmpty()) {
                fronts.add(i, falling);
                return;
            }
            staying.addAll(falling);
            fronts.set(i, staying);
            falling = pushed;
        }
    }

    /**
     * The best, in order of their fronts; of a front that does not fit as a whole those that have the most room; of equal
     * ones those that came first.
     */
    List<T> best(int count) {
        List<T> best = new ArrayList<>(Math.min(count, size));
        for (int i = 0; i < fronts.size() && best.size() < count; i++) {
            List<Ties<T>> front = fronts.get(i);
            int needed = front.stream().mapToInt(ties -> ties.items().size()).sum();
            for (Ties<T> ties : best.size() + needed <= count ? front : roomiest(front)) {
                int room = Math.min(ties.items().size(), count - best.size());
                best.addAll(ties.items().subList(0, room));
            }
        }
        return best;
    }

    private static <T extends Scored> List<Ties<T>> roomiest(List<Ties<T>> front) {
        double[] room = CrowdingDistance.of(
                front.stream().map(ties -> ties.score().objectives()).toList());
        return IntStream.range(0, front.size())
                .boxed()
                .sorted(Comparator.comparing(i -> -room[i]))
                .<Ties<T>>map(front::get)
                .toList();
    }

    /** The first front of which none dominates the score; nor does then any of a later one. */
    private int front(Score score) {
        int low = 0;
        int high = fronts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dominated(fronts.get(middle), score)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static <T extends Scored> boolean dominated(List<Ties<T>> by, Score score) {
        for (Ties<T> ties : by) {
            if (ties.score().dominates(score)) {
                return true;
            }
        }
        return false;
    }
}
