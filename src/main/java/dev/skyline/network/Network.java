package dev.skyline.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A layer graph from one input to one output. Nodes stand in an order in which each comes after its inputs, so a cycle
 * cannot be written down; the last node is the output. Shapes are inferred and checked on construction, O(nodes).
 */
public final class Network {

    /** Name by which nodes refer to the sample. */
    public static final String INPUT = "input";

    private final Shape input;
    private final List<Node> nodes;
    private final Map<String, Shape> shapes;

    /**
     * @throws ShapeMismatch where a node repeats a name, refers to a node that is not before it, or does not fit
     */
    public Network(Shape input, List<Node> nodes) {
        this.input = input;
        this.nodes = List.copyOf(nodes);
        this.shapes = new HashMap<>(2 * nodes.size() + 2);
        if (nodes.isEmpty()) {
            throw new ShapeMismatch("a network needs a layer");
        }
        shapes.put(INPUT, input);
        for (Node node : this.nodes) {
            Shape shape = node.layer().output(inputShapes(node));
            if (shapes.put(node.name(), shape) != null) {
                throw new ShapeMismatch("two nodes are named %s", node.name());
            }
        }
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
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new ShapeMismatch("there is no node %s", name);
        }
        return shape;
    }

    public List<Shape> inputShapes(Node node) {
        List<Shape> result = new ArrayList<>(node.inputs().size());
        for (String name : node.inputs()) {
            Shape shape = shapes.get(name);
            if (shape == null) {
                throw new ShapeMismatch("node %s takes its input from %s, which is not before it", node.name(), name);
            }
            result.add(shape);
        }
        return result;
    }

    /** The same function without the nodes that do not reach the output: what is trained and exported. O(edges). */
    public Network withoutDeadNodes() {
        Map<String, Node> byName = new HashMap<>();
        nodes.forEach(node -> byName.put(node.name(), node));
        Set<String> alive = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(output()));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (alive.add(node.name())) {
                node.inputs().stream()
                        .filter(byName::containsKey)
                        .map(byName::get)
                        .forEach(open::push);
            }
        }
        return alive.size() == nodes.size()
                ? this
                : new Network(
                        input,
                        nodes.stream().filter(n -> alive.contains(n.name())).toList());
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
