package dev.skyline.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A layer graph from one input to one output. Nodes stand in an order in which each comes after its inputs, so a cycle
 * cannot be written down; the last node is the output. Shapes are inferred and checked on construction, O(edges).
 */
public final class Network {

    /** Name by which nodes refer to the sample. */
    public static final String INPUT = "input";

    /** Far above any network that can be trained here; it stops cells of cells that were nested too deep. */
    public static final int MAX_NODES = 20_000;

    private final Shape input;
    private final List<Node> nodes;
    private final Map<String, Integer> values;
    private final int[][] sources;
    private final Shape[] shapes;

    /**
     * @throws ShapeMismatch where a node repeats a name, refers to a node that is not before it, or does not fit; the
     *     message begins with the node's place and name: {@code nodes[3] (scores): …}
     */
    public Network(Shape input, List<Node> nodes) {
        if (nodes.isEmpty() || nodes.size() > MAX_NODES) {
            throw new ShapeMismatch("a network has from one to %d nodes, not %d", MAX_NODES, nodes.size());
        }
        this.input = input;
        this.nodes = List.copyOf(nodes);
        this.values = new HashMap<>(2 * nodes.size() + 2);
        this.sources = new int[nodes.size()][];
        this.shapes = new Shape[nodes.size() + 1];
        values.put(INPUT, 0);
        shapes[0] = input;
        for (int i = 0; i < sources.length; i++) {
            Node node = this.nodes.get(i);
            try {
                sources[i] = sources(node);
                shapes[i + 1] = node.layer().output(inputShapes(i));
            } catch (ShapeMismatch e) {
                throw new ShapeMismatch("nodes[%d] (%s): %s", i, node.name(), e.getMessage());
            }
            if (values.put(node.name(), i + 1) != null) {
                throw new ShapeMismatch("nodes[%d] (%s): there is another node of that name", i, node.name());
            }
        }
    }

    private int[] sources(Node node) {
        int[] result = new int[node.inputs().size()];
        for (int i = 0; i < result.length; i++) {
            String name = node.inputs().get(i);
            Integer value = values.get(name);
            if (value == null) {
                throw new ShapeMismatch("its input %.200s is no earlier node", name);
            }
            result[i] = value;
        }
        return result;
    }

    public Shape input() {
        return input;
    }

    public List<Node> nodes() {
        return nodes;
    }

    public Node output() {
        return nodes.get(nodes.size() - 1);
    }

    /** Shape of what a node gives, or of the input. */
    public Shape shape(String name) {
        Integer value = values.get(name);
        if (value == null) {
            throw new ShapeMismatch("there is no node %.200s", name);
        }
        return shapes[value];
    }

    /** Shapes of what a node takes. */
    public List<Shape> inputShapes(Node node) {
        return node.inputs().stream().map(this::shape).toList();
    }

    /** The same of the node at a place, without looking names up. */
    List<Shape> inputShapes(int node) {
        int[] from = sources[node];
        if (from.length == 1) {
            return List.of(shapes[from[0]]);
        }
        Shape[] result = new Shape[from.length];
        Arrays.setAll(result, i -> shapes[from[i]]);
        return List.of(result);
    }

    /** What the node at a place takes: 0 is the network's input, i + 1 what node i gives. */
    int[] sources(int node) {
        return sources[node];
    }

    /** Shape of a value, counted as in {@link #sources}. */
    Shape value(int value) {
        return shapes[value];
    }

    /** For each node, whether the output depends on it. O(edges). */
    boolean[] alive() {
        boolean[] alive = new boolean[sources.length];
        alive[alive.length - 1] = true;
        for (int i = alive.length - 1; i >= 0; i--) {
            for (int source : alive[i] ? sources[i] : new int[0]) {
                if (source > 0) {
                    alive[source - 1] = true;
                }
            }
        }
        return alive;
    }

    /** The same function without the nodes that do not reach the output: what is trained and exported. O(edges). */
    public Network withoutDeadNodes() {
        boolean[] alive = alive();
        List<Node> living = IntStream.range(0, alive.length)
                .filter(i -> alive[i])
                .mapToObj(nodes::get)
                .toList();
        return living.size() == nodes.size() ? this : new Network(input, living);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && input.equals(network.input) && nodes.equals(network.nodes);
    }

    @Override
    public int hashCode() {
        return 31 * input.hashCode() + nodes.hashCode();
    }

    @Override
    public String toString() {
        return nodes.size() + " layers on " + input;
    }
}
