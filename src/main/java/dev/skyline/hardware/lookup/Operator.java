package dev.skyline.hardware.lookup;

import java.util.List;

/**
 * A layer in its place among those that are executed.
 *
 * @param inputs places of what it takes; -1 is the network's input
 * @param clamped whether an activation was fused into it
 */
record Operator(LayerKey key, List<Integer> inputs, boolean clamped) {

    static final int INPUT = -1;

    Operator {
        inputs = List.copyOf(inputs);
    }
}
