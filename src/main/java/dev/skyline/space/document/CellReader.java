package dev.skyline.space.document;

import dev.skyline.space.document.Cell.Edge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads cells: nodes, and edges with a free operation each. */
final class CellReader {

    private static final List<String> KEYS = List.of("nodes", "operations", "edges", "output");
    private static final Field OUTPUT = Field.text("output", "last", List.of("last", "concatenate"));

    private final Alternatives alternatives;

    CellReader(Alternatives alternatives) {
        this.alternatives = alternatives;
    }

    Part read(Place place, Scope scope) {
        int nodes = place.only(KEYS).get("nodes").integer(2, Limits.CELL_NODES);
        boolean concatenated =
                place.has("output") && OUTPUT.read(place.get("output")).equals("concatenate");
        List<int[]> pairs = place.has("edges") ? edges(place.get("edges"), nodes, concatenated) : all(nodes);
        List<Edge> edges = new ArrayList<>();
        for (int[] pair : pairs) {
            Scope inner = scope.named(pair[0] + "-" + pair[1]);
            edges.add(new Edge(pair[0], pair[1], alternatives.read(place.get("operations"), inner)));
        }
        return new Cell(nodes, edges, concatenated);
    }

    private static List<int[]> all(int nodes) {
        List<int[]> pairs = new ArrayList<>();
        for (int to = 1; to < nodes; to++) {
            for (int from = 0; from < to; from++) {
                pairs.add(new int[] {from, to});
            }
        }
        return pairs;
    }

    private static List<int[]> edges(Place list, int nodes, boolean concatenated) {
        boolean[][] joined = new boolean[nodes][nodes];
        List<int[]> pairs = new ArrayList<>();
        for (Place place : list.someElements(nodes * nodes)) {
            List<Place> ends = place.someElements(2);
            if (ends.size() != 2) {
                throw place.refused("must be two nodes");
            }
            int from = ends.get(0).integer(0, nodes - 1);
            int to = ends.get(1).integer(0, nodes - 1);
            if (from >= to) {
                throw place.refused("must lead from a node to a later one, so that there is no cycle");
            }
            if (joined[from][to]) {
                throw place.refused("stands twice");
            }
            joined[from][to] = true;
            pairs.add(new int[] {from, to});
        }
        for (int node = 0; node < nodes; node++) {
            int here = node;
            if (node > 0 && pairs.stream().noneMatch(pair -> pair[1] == here)) {
                throw list.refused("lead nowhere to node " + node);
            }
            boolean shown = node == nodes - 1 || concatenated && node > 0;
            if (!shown && pairs.stream().noneMatch(pair -> pair[0] == here)) {
                throw list.refused("lead nowhere from node " + node);
            }
        }
        pairs.sort(Comparator.<int[]>comparingInt(pair -> pair[1]).thenComparingInt(pair -> pair[0]));
        return pairs;
    }
}
