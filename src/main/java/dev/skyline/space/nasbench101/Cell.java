package dev.skyline.space.nasbench101;

import java.util.List;

/**
 * A cell: a directed acyclic graph from its input, vertex 0, to its output, the last; every vertex lies on a path between
 * them, and edges lead to later vertices. Of the isomorphic graphs it is the one that the authors' enumeration meets
 * first, whose network they trained: the least edges, then the least operations, both read as numbers.
 *
 * @param vertices from 2 to {@link #MAX_VERTICES}
 * @param edges bit x + y (y − 1) / 2 for the edge from x to y
 * @param operations of the inner vertices
 */
record Cell(int vertices, int edges, List<Operation> operations) {

    static final int MAX_VERTICES = 7;
    static final int MAX_EDGES = 9;

    Cell {
        operations = List.copyOf(operations);
    }

    /** The bit of an edge that leads from a vertex to a later one. */
    static int bit(int from, int to) {
        return 1 << from + to * (to - 1) / 2;
    }

    boolean has(int from, int to) {
        return (edges & bit(from, to)) != 0;
    }

    int edgeCount() {
        return Integer.bitCount(edges);
    }

    int output() {
        return vertices - 1;
    }

    Operation operation(int vertex) {
        return operations.get(vertex - 1);
    }

    /** {@code 4:110101:02}: vertices; the upper triangle of the matrix, row by row; operations by their numbers. */
    String text() {
        StringBuilder text = new StringBuilder(30).append(vertices).append(':');
        for (int from = 0; from < vertices; from++) {
            for (int to = from + 1; to < vertices; to++) {
                text.append(has(from, to) ? '1' : '0');
            }
        }
        text.append(':');
        operations.forEach(operation -> text.append(operation.ordinal()));
        return text.toString();
    }
}
