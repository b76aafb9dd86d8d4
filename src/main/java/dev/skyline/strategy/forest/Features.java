package dev.skyline.strategy.forest;

import dev.skyline.architecture.Architecture;
import dev.skyline.space.Decision;
import dev.skyline.space.SearchSpace.Encodable;

/**
 * How a space's decisions are split: those that are levels of one quantity between two levels, others between any two sets
 * of options. That a decision does not apply is a level below all others, or one more option.
 *
 * @param levels for each decision the number of its options, and one
 */
record Features(Encodable space, int[] levels, boolean[] ordered) {

    static Features of(Encodable space) {
        int count = space.decisions().size();
        int[] levels = new int[count];
        boolean[] ordered = new boolean[count];
        for (int i = 0; i < count; i++) {
            Decision decision = space.decisions().get(i);
            levels[i] = decision.options().size() + 1;
            ordered[i] = decision.ordered();
        }
        return new Features(space, levels, ordered);
    }

    /** The level of each decision, from 0. */
    int[] of(Architecture architecture) {
        int[] point = space.choices(architecture).clone();
        for (int i = 0; i < point.length; i++) {
            point[i] -= Encodable.NONE;
        }
        return point;
    }
}
