package dev.skyline.space.darts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A cell: its output is all of its nodes side by side.
 *
 * @param nodes each of sources before it; the first is source 2 to those after it
 */
record Cell(List<CellNode> nodes) {

    /** Sources that are not nodes: the outputs of the two cells before. */
    static final int INPUTS = 2;

    Cell {
        nodes = List.copyOf(nodes);
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).second().source() >= INPUTS + i) {
                throw new IllegalArgumentException("'" + nodes.get(i).text() + "' cannot be node " + (INPUTS + i)
                        + ", whose sources come before it");
            }
        }
    }

    /**
     * @throws IllegalArgumentException where the text, without spaces, is not of one cell's edges
     */
    static Cell parse(String text) {
        List<Edge> edges =
                Arrays.stream(text.split("(?<=\\)),")).map(Edge::parse).toList();
        if (edges.size() % 2 != 0) {
            throw new IllegalArgumentException("'" + text + "' has an odd number of edges, and a node has two");
        }
        List<CellNode> nodes = new ArrayList<>(edges.size() / 2);
        for (int i = 0; i < edges.size(); i += 2) {
            nodes.add(CellNode.of(edges.get(i), edges.get(i + 1)));
        }
        return new Cell(nodes);
    }

    Cell with(int i, CellNode node) {
        List<CellNode> changed = new ArrayList<>(nodes);
        changed.set(i, node);
        return new Cell(changed);
    }

    String text() {
        return nodes.stream().map(CellNode::text).collect(Collectors.joining(", ", "[", "]"));
    }
}
