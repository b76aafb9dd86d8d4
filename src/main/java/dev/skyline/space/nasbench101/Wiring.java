package dev.skyline.space.nasbench101;

import java.util.List;
import java.util.stream.IntStream;

/** A cell without its operations, and all ways to assign these that give cells of their own. */
final class Wiring {

    private final int vertices;
    private final int edges;
    /** Numbers of {@link Labelling}s, in ascending order. */
    private final int[] labellings;

    private Wiring(int vertices, int edges) {
        this.vertices = vertices;
        this.edges = edges;
        this.labellings = labellings(vertices, edges);
    }

    /** The wirings of so many vertices, by their edges, which are the least of isomorphic ones. */
    static List<Wiring> of(int vertices) {
        return IntStream.range(0, 1 << vertices * (vertices - 1) / 2)
                .filter(edges -> Integer.bitCount(edges) <= Cell.MAX_EDGES && isWithoutIdleVertices(vertices, edges))
                .filter(edges -> isFirst(vertices, edges))
                .mapToObj(edges -> new Wiring(vertices, edges))
                .toList();
    }

    /** Each vertex but the first has an edge in, each but the last one out; so each is on a path between these. */
    private static boolean isWithoutIdleVertices(int vertices, int edges) {
        int sources = 0;
        for (int to = 1; to < vertices; to++) {
            int in = edges >> to * (to - 1) / 2 & (1 << to) - 1;
            if (in == 0) {
                return false;
            }
            sources |= in;
        }
        return sources == (1 << vertices - 1) - 1;
    }

    private static boolean isFirst(int vertices, int edges) {
        int[] successors = Orders.successors(vertices, edges);
        for (int[] places : Orders.of(vertices)) {
            int other = Orders.edges(successors, places);
            if (other >= 0 && other < edges) {
                return false;
            }
        }
        return true;
    }

    private static int[] labellings(int vertices, int edges) {
        int[] successors = Orders.successors(vertices, edges);
        List<int[]> symmetries = Orders.of(vertices).stream()
                .filter(places -> Orders.edges(successors, places) == edges)
                .toList();
        int inner = vertices - 2;
        return IntStream.range(0, Labelling.count(inner))
                .filter(number -> symmetries.stream()
                        .allMatch(places ->
                                new Labelling(number, inner).in(places).number() >= number))
                .toArray();
    }

    int vertices() {
        return vertices;
    }

    int edgeCount() {
        return Integer.bitCount(edges);
    }

    /** Number of cells. */
    int count() {
        return labellings.length;
    }

    Cell cell(int index) {
        return new Cell(vertices, edges, new Labelling(labellings[index], vertices - 2).operations());
    }
}
