package dev.skyline.space.document;

import dev.skyline.space.Decision;

import java.util.List;

/**
 * A decision and when it applies.
 *
 * @param guards on earlier decisions, all of which must hold
 * @param path where it is written
 */
record Slot(Decision decision, List<Guard> guards, String path) {

    Slot {
        guards = List.copyOf(guards);
    }

    int options() {
        return decision.options().size();
    }

    /** @param choices of the earlier decisions */
    boolean applies(int[] choices) {
        for (Guard guard : guards) {
            if (!guard.holds(choices[guard.decision()])) {
                return false;
            }
        }
        return true;
    }
}
