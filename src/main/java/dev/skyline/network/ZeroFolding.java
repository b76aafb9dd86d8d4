package dev.skyline.network;

import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Zero;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes terms that are always zero out of sums. Cells are full of them ("none" edges), no runtime removes them by
 * itself, and each would cost an addition over an image.
 */
public final class ZeroFolding {

    private static final Set<Function> NOT_ZERO_AT_ZERO = EnumSet.of(Function.SIGMOID, Function.HARD_SIGMOID);

    private ZeroFolding() {}

    /** The same function of finite values, the remaining nodes under their names. O(nodes²), for the look-up of shapes. */
    public static Network fold(Network network) {
        Set<String> zeros = new HashSet<>();
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            if (isZero(node, zeros)) {
                zeros.add(node.name());
                nodes.add(new Node(node.name(), new Zero(), List.of(earliestOfShape(network, node))));
            } else if (node.layer() instanceof Add) {
                nodes.add(sum(node, zeros));
            } else {
                nodes.add(node);
            }
        }
        return new Network(network.input(), nodes).withoutDeadNodes();
    }

    private static boolean isZero(Node node, Set<String> zeros) {
        return node.layer() instanceof Zero || keepsZero(node.layer()) && zeros.containsAll(node.inputs());
    }

    private static boolean keepsZero(Layer layer) {
        return layer instanceof Add
                || layer instanceof Identity
                || layer instanceof Dropout
                || layer instanceof Activation activation && !NOT_ZERO_AT_ZERO.contains(activation.function());
    }

    private static Node sum(Node node, Set<String> zeros) {
        List<String> terms =
                node.inputs().stream().filter(name -> !zeros.contains(name)).toList();
        return new Node(node.name(), terms.size() == 1 ? new Identity() : node.layer(), terms);
    }

    /** Zeros need a shape only; taken from as early as can be, what led to them need not be computed. */
    private static String earliestOfShape(Network network, Node node) {
        return Stream.concat(Stream.of(Network.INPUT), network.nodes().stream().map(Node::name))
                .filter(name -> network.shape(name).equals(network.shape(node.name())))
                .findFirst()
                .orElseThrow();
    }
}
