package dev.skyline.space.nasbench101;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The orders in which a graph's inner vertices may stand, as arrays that hold each vertex's place; input and output keep
 * theirs. There are 120 of seven vertices.
 */
final class Orders {

    private static final List<List<int[]>> BY_VERTICES = IntStream.rangeClosed(0, Cell.MAX_VERTICES)
            .mapToObj(Orders::generate)
            .toList();

    private Orders() {}

    static List<int[]> of(int vertices) {
        return BY_VERTICES.get(vertices);
    }

    private static List<int[]> generate(int vertices) {
        List<int[]> orders = new ArrayList<>();
        if (vertices >= 2) {
            int[] places = new int[vertices];
            places[vertices - 1] = vertices - 1;
            extend(places, 1, 0, orders);
        }
        return orders;
    }

    private static void extend(int[] places, int vertex, int taken, List<int[]> orders) {
        if (vertex == places.length - 1) {
            orders.add(places.clone());
            return;
        }
        for (int place = 1; place < places.length - 1; place++) {
            if ((taken >> place & 1) == 0) {
                places[vertex] = place;
                extend(places, vertex + 1, taken | 1 << place, orders);
            }
        }
    }

    /** Of each vertex, the set of those that its edges lead to, as bits. */
    static int[] successors(int vertices, int edges) {
        int[] successors = new int[vertices];
        for (int to = 1; to < vertices; to++) {
            for (int from = 0; from < to; from++) {
                successors[from] |= (edges & Cell.bit(from, to)) == 0 ? 0 : 1 << to;
            }
        }
        return successors;
    }

    /** The edges in another order, as bits; −1 where one would not lead to a later vertex. */
    static int edges(int[] successors, int[] places) {
        int edges = 0;
        for (int from = 0; from < places.length - 1; from++) {
            for (int rest = successors[from]; rest != 0; rest &= rest - 1) {
                int to = places[Integer.numberOfTrailingZeros(rest)];
                if (places[from] >= to) {
                    return -1;
                }
                edges |= Cell.bit(places[from], to);
            }
        }
        return edges;
    }

    /**
     * The cell that all graphs isomorphic to this one share.
     *
     * @param successors of an acyclic graph without idle vertices
     */
    static Cell first(int[] successors, List<Operation> operations) {
        int leastEdges = Integer.MAX_VALUE;
        Labelling least = null;
        for (int[] places : of(successors.length)) {
            int edges = edges(successors, places);
            if (edges >= 0 && edges <= leastEdges) {
                Labelling labelling = Labelling.of(operations).in(places);
                if (edges < leastEdges || labelling.number() < least.number()) {
                    leastEdges = edges;
                    least = labelling;
                }
            }
        }
        return new Cell(successors.length, leastEdges, least.operations());
    }
}
