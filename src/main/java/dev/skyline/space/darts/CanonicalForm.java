package dev.skyline.space.darts;

import java.util.Arrays;
import java.util.List;

/**
 * A text shared by the cells that differ only in the order of their nodes, or in where edges come from that do nothing:
 * the least of the cell's descriptions over all orders in which a node comes after its sources. The order changes which
 * channels of the output a node fills, which the weights behind them make up for. O(nodes! · nodes).
 */
final class CanonicalForm {

    private static final int EDGE_BITS = 8;

    private final List<CellNode> nodes;
    private final int[] places;
    private final int[] description;
    private int[] least;

    private CanonicalForm(Cell cell) {
        this.nodes = cell.nodes();
        this.places = new int[Cell.INPUTS + nodes.size()];
        this.description = new int[nodes.size()];
        Arrays.fill(places, -1);
        for (int input = 0; input < Cell.INPUTS; input++) {
            places[input] = input;
        }
    }

    static String of(Cell cell) {
        CanonicalForm form = new CanonicalForm(cell);
        form.extend(0);
        return Arrays.toString(form.least);
    }

    private void extend(int placed) {
        if (placed == description.length) {
            if (least == null || Arrays.compare(description, least) < 0) {
                least = description.clone();
            }
            return;
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (places[Cell.INPUTS + i] < 0 && nodes.get(i).edges().stream().allMatch(this::isPlaced)) {
                places[Cell.INPUTS + i] = Cell.INPUTS + placed;
                description[placed] = description(nodes.get(i));
                extend(placed + 1);
                places[Cell.INPUTS + i] = -1;
            }
        }
    }

    private boolean isPlaced(Edge edge) {
        return edge.operation() == Operation.NONE || places[edge.source()] >= 0;
    }

    private int description(CellNode node) {
        int first = description(node.first());
        int second = description(node.second());
        return Math.min(first, second) << EDGE_BITS | Math.max(first, second);
    }

    private int description(Edge edge) {
        return edge.operation() == Operation.NONE
                ? 0
                : places[edge.source()] << 3 | edge.operation().ordinal();
    }
}
