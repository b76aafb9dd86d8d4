package dev.skyline.network;

import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Concatenate;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Layer.Flatten;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Zero;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NetworkTest {

    private static final Shape DIGIT = Shape.image(1, 8, 8);

    private static Node node(String name, Layer layer, String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }

    private static Network everyLayer() {
        return new Network(
                DIGIT,
                List.of(
                        node("stem", new Convolution(4, 3, 1, false), Network.INPUT),
                        node("norm", new BatchNorm(), "stem"),
                        node("relu", new Activation(Activation.Function.RELU), "norm"),
                        node("depth", new DepthwiseConvolution(5, 2, true), "relu"),
                        node("pool", new Pooling(Pooling.Kind.MAX, 2, 2), "relu"),
                        node("same", new Identity(), "pool"),
                        node("zero", new Zero(), "pool"),
                        node("sum", new Add(), "depth", "same", "zero"),
                        node("both", new Concatenate(), "sum", "pool"),
                        node("mean", new GlobalPooling(), "both"),
                        node("flat", new Flatten(), "pool"),
                        node("all", new Concatenate(), "mean", "flat"),
                        node("drop", new Dropout(0.5), "all"),
                        node("scores", new Dense(10), "drop"),
                        node("classes", new Softmax(), "scores")));
    }

    @Test
    void shapesAreInferred() {
        Network network = everyLayer();
        assertThat(network.shape("depth")).isEqualTo(Shape.image(4, 4, 4));
        assertThat(network.shape("both")).isEqualTo(Shape.image(8, 4, 4));
        assertThat(network.shape("all")).isEqualTo(Shape.features(8 + 64));
        assertThat(network.shape("classes")).isEqualTo(Shape.features(10));
    }

    @Test
    void strideOnAnOddSideRoundsUp() {
        Network network =
                new Network(Shape.image(1, 7, 5), List.of(node("c", new Convolution(2, 3, 2, false), Network.INPUT)));
        assertThat(network.shape("c")).isEqualTo(Shape.image(2, 4, 3));
    }

    @Test
    void layersThatDoNotFitAreRefusedByName() {
        assertThatThrownBy(() -> new Network(DIGIT, List.of(node("scores", new Dense(10), Network.INPUT))))
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageContaining("Dense[units=10]")
                .hasMessageContaining("1×8×8");
        assertThatThrownBy(() -> new Network(
                        DIGIT,
                        List.of(
                                node("a", new Convolution(2, 3, 1, false), Network.INPUT),
                                node("b", new Convolution(2, 3, 2, false), Network.INPUT),
                                node("sum", new Add(), "a", "b"))))
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageContaining("add");
    }

    @Test
    void aNodeMayOnlyReferToEarlierOnesSoThatThereIsNoCycle() {
        assertThatThrownBy(() -> new Network(
                        DIGIT, List.of(node("a", new Identity(), "b"), node("b", new Identity(), Network.INPUT))))
                .isInstanceOf(ShapeMismatch.class)
                .hasMessage("node a takes its input from b, which is not before it");
        assertThatThrownBy(() -> new Network(
                        DIGIT,
                        List.of(node("a", new Identity(), Network.INPUT), node("a", new Identity(), Network.INPUT))))
                .hasMessage("two nodes are named a");
    }

    @Test
    void costsFollowFromTheLayers() {
        Network network = new Network(
                DIGIT,
                List.of(
                        node("conv", new Convolution(4, 3, 1, true), Network.INPUT),
                        node("norm", new BatchNorm(), "conv"),
                        node("mean", new GlobalPooling(), "norm"),
                        node("scores", new Dense(10), "mean"),
                        node("classes", new Softmax(), "scores")));
        Costs costs = Costs.of(network);
        assertThat(costs.parameters()).isEqualTo(4 * 9 + 4 + 8 + 4 * 10 + 10);
        assertThat(costs.macs()).isEqualTo(64 * (4 * 9 + 4) + 50);
        assertThat(costs.modelSize()).isEqualTo(4 * (costs.parameters() + 8));
        assertThat(costs.peakMemory()).isEqualTo(costs.modelSize() + 4 * (2 * 256));
    }

    @Test
    void whatDoesNotReachTheOutputIsCountedButNotDeployed() {
        Node conv = node("conv", new Convolution(4, 3, 1, false), Network.INPUT);
        Network network = new Network(
                DIGIT,
                List.of(
                        conv,
                        node("dead", new Convolution(100, 3, 1, false), "conv"),
                        node("out", new Identity(), "conv")));
        assertThat(network.withoutDeadNodes().nodes()).extracting(Node::name).containsExactly("conv", "out");
        assertThat(Costs.of(network).parameters()).isEqualTo(36 + 3600);
        assertThat(Costs.of(network).modelSize()).isEqualTo(4 * 36);
    }

    @Test
    void aDocumentReadsBackToTheSameNetwork() {
        Network network = everyLayer();
        assertThat(NetworkDocument.read(NetworkDocument.write(network))).isEqualTo(network);
    }

    @Test
    void aBadDocumentIsRefusedWithThePlaceAndWhatIsValid() {
        Map<String, Object> unknown = Map.of(
                "input", List.of(1, 8, 8), "nodes", List.of(Map.of("name", "a", "inputs", List.of(), "layer", "warp")));
        assertThatThrownBy(() -> NetworkDocument.read(unknown))
                .hasMessageContaining("node a: there is no layer 'warp'")
                .hasMessageContaining("depthwiseConvolution");
        assertThatThrownBy(() -> NetworkDocument.read(Map.of("input", List.of(1, 8), "nodes", List.of())))
                .hasMessageContaining("one size or three");
        assertThatThrownBy(() -> NetworkDocument.read(Map.of("input", List.of(1))))
                .hasMessageContaining("nodes");
    }
}
