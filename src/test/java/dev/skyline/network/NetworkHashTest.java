package dev.skyline.network;

import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.Concatenate;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Identity;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static dev.skyline.network.EveryLayer.node;
import static org.assertj.core.api.Assertions.assertThat;

class NetworkHashTest {

    private static final Shape IMAGE = Shape.image(4, 8, 8);
    private static final Layer CONVOLUTION = new Convolution(4, 3, 1, false);
    private static final Layer RELU = new Activation(Function.RELU);

    @Test
    void namesAndTheOrderOfNodesAndOfTermsDoNotCount() {
        String one = hash(
                node("a", CONVOLUTION, Network.INPUT),
                node("b", RELU, Network.INPUT),
                node("c", CONVOLUTION, "b"),
                node("d", new Add(), "a", "c"));
        String other = hash(
                node("relu", RELU, Network.INPUT),
                node("right", CONVOLUTION, "relu"),
                node("left", CONVOLUTION, Network.INPUT),
                node("sum", new Add(), "right", "left"));
        assertThat(one).isEqualTo(other).matches("[0-9a-f]{32}");
    }

    @Test
    void theOrderOfWhatIsConcatenatedCounts() {
        Node convolution = node("a", CONVOLUTION, Network.INPUT);
        assertThat(hash(convolution, node("b", new Concatenate(), "a", Network.INPUT)))
                .isNotEqualTo(hash(convolution, node("b", new Concatenate(), Network.INPUT, "a")));
    }

    @Test
    void anyOtherSettingFunctionEdgeOrInputIsAnotherHash() {
        assertThat(List.of(
                        hash(node("a", CONVOLUTION, Network.INPUT)),
                        hash(node("a", new Convolution(4, 3, 1, true), Network.INPUT)),
                        hash(node("a", new Convolution(4, 3, 1, 2, 1, false), Network.INPUT)),
                        hash(node("a", new Convolution(4, 3, 1, 1, 2, false), Network.INPUT)),
                        hash(node("a", RELU, Network.INPUT)),
                        hash(node("a", new Activation(Function.RELU6), Network.INPUT)),
                        hash(node("a", RELU, Network.INPUT), node("b", RELU, "a")),
                        hash(node("a", RELU, Network.INPUT), node("b", new Add(), "a", "a")),
                        hash(node("a", RELU, Network.INPUT), node("b", new Add(), "a", Network.INPUT)),
                        NetworkHash.of(new Network(Shape.image(4, 8, 9), List.of(node("a", RELU, Network.INPUT))))))
                .doesNotHaveDuplicates();
    }

    @Test
    void deadNodesAndIdentitiesDoNotCount() {
        assertThat(hash(
                        node("a", RELU, Network.INPUT),
                        node("dead", CONVOLUTION, "a"),
                        node("same", new Identity(), "a"),
                        node("out", CONVOLUTION, "same")))
                .isEqualTo(hash(node("a", RELU, Network.INPUT), node("out", CONVOLUTION, "a")));
    }

    @Test
    void equalSubGraphsOfDifferentNetworksAreFoundByNode() {
        Map<String, String> one = NetworkHash.ofNodes(network(
                node("stem", CONVOLUTION, Network.INPUT),
                node("relu", RELU, "stem"),
                node("out", CONVOLUTION, "relu")));
        Map<String, String> other = NetworkHash.ofNodes(network(
                node("first", CONVOLUTION, Network.INPUT), node("second", RELU, "first"), node("end", RELU, "second")));
        assertThat(one.get("stem")).isEqualTo(other.get("first"));
        assertThat(one.get("relu")).isEqualTo(other.get("second"));
        assertThat(one.get("out")).isNotEqualTo(other.get("end"));
    }

    @Test
    void aHashIsTheSameInEveryProcess() {
        assertThat(NetworkHash.of(EveryLayer.NETWORK)).isEqualTo("93db97b37685e074708b31143e942d4e");
    }

    private static String hash(Node... nodes) {
        return NetworkHash.of(network(nodes));
    }

    private static Network network(Node... nodes) {
        return new Network(IMAGE, List.of(nodes));
    }
}
