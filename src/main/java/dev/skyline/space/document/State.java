package dev.skyline.space.document;

import dev.skyline.network.Shape;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * What may come to a place.
 *
 * @param known what was chosen before, of the decisions that are still asked for
 */
record State(Shape shape, Map<Integer, Integer> known) {

    State with(Shape other) {
        return new State(other, known);
    }

    State knowing(int decision, int choice) {
        Map<Integer, Integer> more = new TreeMap<>(known);
        more.put(decision, choice);
        return new State(shape, more);
    }

    State forgetting(IntPredicate forgotten) {
        if (known.keySet().stream().noneMatch(forgotten::test)) {
            return this;
        }
        Map<Integer, Integer> fewer = new TreeMap<>(known);
        fewer.keySet().removeIf(forgotten::test);
        return new State(shape, fewer);
    }
}
