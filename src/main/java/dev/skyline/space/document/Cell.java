package dev.skyline.space.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Nodes in an order, of which each is the sum of operations on earlier ones; node 0 is what comes in.
 *
 * @param edges by the node that they lead to
 * @param concatenated whether the result is all nodes but the first side by side; the last node otherwise
 */
record Cell(int nodes, List<Edge> edges, boolean concatenated) implements Part {

    /** An operation between two nodes. */
    record Edge(int from, int to, Part.Alternative operation) {

        String name() {
            return from + "-" + to;
        }
    }

    @Override
    public Tensor build(Graph graph, String name, Tensor in, int[] choices) {
        List<Tensor> values = new ArrayList<>(nodes);
        values.add(in);
        for (int node = 1; node < nodes; node++) {
            List<Tensor> terms = new ArrayList<>();
            for (Edge edge : edges) {
                if (edge.to() == node) {
                    Tensor source = values.get(edge.from());
                    terms.add(edge.operation().build(graph, Member.joined(name, edge.name()), source, choices));
                }
            }
            values.add(graph.sum(Member.joined(name, "" + node), terms));
        }
        return result(graph, name, values);
    }

    Tensor result(Graph graph, String name, List<Tensor> values) {
        return concatenated ? graph.concatenation(name + "#all", values.subList(1, nodes)) : values.get(nodes - 1);
    }

    @Override
    public int layers() {
        return edges.stream().mapToInt(edge -> edge.operation().layers()).sum();
    }
}
