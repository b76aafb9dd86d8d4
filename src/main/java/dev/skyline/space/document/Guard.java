package dev.skyline.space.document;

import java.util.BitSet;

/**
 * What another decision must have come to.
 *
 * @param options those of it that will do
 * @param without whether it will do that the other does not apply
 */
record Guard(int decision, BitSet options, boolean without) {

    /** That this option is taken. */
    static Guard of(int decision, int option) {
        BitSet options = new BitSet();
        options.set(option);
        return new Guard(decision, options, false);
    }

    /** @param choice of that decision, {@link dev.skyline.space.SearchSpace.Encodable#NONE} where it does not apply */
    boolean holds(int choice) {
        return choice < 0 ? without : options.get(choice);
    }
}
