package dev.skyline.network;

import java.util.List;

/**
 * A layer in its place.
 *
 * @param name unique in the network, stable for one architecture
 * @param inputs names of earlier nodes, or {@link Network#INPUT}
 */
public record Node(String name, Layer layer, List<String> inputs) {

    public Node {
        inputs = List.copyOf(inputs);
        if (name.isBlank() || name.equals(Network.INPUT)) {
            throw new IllegalArgumentException("a node needs a name of its own, not '" + name + "'");
        }
        if (inputs.isEmpty()) {
            throw new ShapeMismatch("node %s has no input", name);
        }
    }
}
