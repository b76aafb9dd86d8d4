package dev.skyline.strategy.fidelity;

import dev.skyline.metric.Score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Items of equal score, in the order in which they came. */
record Ties<T extends Scored>(Score score, List<T> items) {

    static <T extends Scored> Ties<T> of(T item) {
        return new Ties<>(item.score(), List.of(item));
    }

    boolean hold(T item) {
        return item.score().violation() == score.violation()
                && Arrays.equals(item.score().objectives(), score.objectives());
    }

    Ties<T> with(T item) {
        List<T> more = new ArrayList<>(items.size() + 1);
        more.addAll(items);
        more.add(item);
        return new Ties<>(score, more);
    }
}
