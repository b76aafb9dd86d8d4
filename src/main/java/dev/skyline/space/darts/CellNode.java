package dev.skyline.space.darts;

import java.util.List;

/**
 * A node of a cell: the sum of what its two edges bring.
 *
 * @param second of a later source than the first
 */
record CellNode(Edge first, Edge second) {

    CellNode {
        if (first.source() >= second.source()) {
            throw new IllegalArgumentException("'" + first.text() + ", " + second.text()
                    + "' is no node, which has two sources, the earlier one first");
        }
    }

    /** Of edges in any order. */
    static CellNode of(Edge one, Edge other) {
        return one.source() < other.source() ? new CellNode(one, other) : new CellNode(other, one);
    }

    String text() {
        return first.text() + ", " + second.text();
    }

    List<Edge> edges() {
        return List.of(first, second);
    }
}
