package dev.skyline.network;

import java.util.List;

/**
 * A layer in its place.
 *
 * @param name unique in the network, stable for one architecture; at most {@value #MAX_NAME} characters
 * @param inputs names of earlier nodes, or {@link Network#INPUT}
 */
public record Node(String name, Layer layer, List<String> inputs) {

    public static final int MAX_NAME = 200;

    public Node {
        inputs = List.copyOf(inputs);
        if (name.isBlank() || name.length() > MAX_NAME || name.equals(Network.INPUT)) {
            throw new IllegalArgumentException(String.format(
                    "a node needs a name of its own, of at most %d characters, not '%." + MAX_NAME + "s'",
                    MAX_NAME,
                    name));
        }
        if (inputs.isEmpty()) {
            throw new ShapeMismatch("node %s has no input", name);
        }
    }
}
