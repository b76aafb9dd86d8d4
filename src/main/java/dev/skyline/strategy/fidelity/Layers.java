package dev.skyline.strategy.fidelity;

import dev.skyline.metric.CrowdingDistance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A growing ranking by constrained domination: the non-dominated fronts, the best first. A new item finds its front by
 * binary search and pushes down what it dominates (Li, Deb, Zhang and Zhang 2017, Efficient Nondomination Level Update
 * Method for Steady-State Evolutionary Multiobjective Optimization). With one objective it is a sorted list. Immutable.
 */
record Layers<T extends Scored>(List<List<T>> fronts, int size) {

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
        List<List<T>> changed = new ArrayList<>(fronts.size() + 1);
        changed.addAll(fronts);
        List<T> falling = List.of(added);
        for (int i = front(added); !falling.isEmpty(); i++) {
            List<T> staying = new ArrayList<>();
            List<T> pushed = new ArrayList<>();
            if (i < changed.size()) {
                List<T> arrived = falling;
                changed.get(i).forEach(item -> (dominated(arrived, item) ? pushed : staying).add(item));
            }
            if (staying.isEmpty()) {
                changed.add(i, falling);
                break;
            }
            staying.addAll(falling);
            changed.set(i, staying);
            falling = pushed;
        }
        return new Layers<>(changed, size + 1);
    }

    /**
     * The best, in order of their fronts; of a front that does not fit as a whole those that have the most room, or that
     * came first where a single objective makes all of it equal.
     */
    List<T> best(int count) {
        List<T> best = new ArrayList<>(Math.min(count, size));
        for (int i = 0; i < fronts.size() && best.size() < count; i++) {
            List<T> front = fronts.get(i);
            int room = count - best.size();
            best.addAll(front.size() <= room ? front : roomiest(front).subList(0, room));
        }
        return best;
    }

    private static <T extends Scored> List<T> roomiest(List<T> front) {
        if (front.get(0).score().objectives().length == 1) {
            return front;
        }
        double[] room = CrowdingDistance.of(
                front.stream().map(item -> item.score().objectives()).toList());
        return IntStream.range(0, front.size())
                .boxed()
                .sorted(Comparator.comparing(i -> -room[i]))
                .<T>map(front::get)
                .toList();
    }

    /** The first front of which none dominates the item; nor does then any of a later one. */
    private int front(T item) {
        int low = 0;
        int high = fronts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dominated(fronts.get(middle), item)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static <T extends Scored> boolean dominated(List<T> by, T item) {
        for (T other : by) {
            if (other.score().dominates(item.score())) {
                return true;
            }
        }
        return false;
    }
}
