package dev.skyline.scheduling;

import java.util.UUID;

/**
 * The node on whose behalf tasks are picked up.
 *
 * @param id the same at every start, and no other node's
 * @param slots how many trials it runs at once
 */
public record Node(UUID id, int slots) {

    public Node {
        if (slots < 1) {
            throw new IllegalArgumentException("a node has at least 1 slot, not " + slots);
        }
    }
}
