package dev.skyline.network;

import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Zero;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ZeroFoldingTest {

    private static final Layer CONVOLUTION = new Convolution(2, 3, 1, true);

    @Test
    void aZeroTermLeavesItsSumTogetherWithWhatLedToIt() {
        Network folded = fold(
                node("wasted", CONVOLUTION, "input"),
                node("none", new Zero(), "wasted"),
                node("left", CONVOLUTION, "input"),
                node("right", CONVOLUTION, "input"),
                node("sum", new Add(), "left", "none", "right"));
        assertThat(folded.nodes())
                .containsExactly(
                        node("left", CONVOLUTION, "input"),
                        node("right", CONVOLUTION, "input"),
                        node("sum", new Add(), "left", "right"));
    }

    @Test
    void aSumOfOneTermThatIsLeftIsThatTerm() {
        Network folded = fold(node("none", new Zero(), "input"), node("sum", new Add(), "none", "input"));
        assertThat(folded.nodes()).containsExactly(node("sum", new Identity(), "input"));
    }

    @Test
    void zerosStayZeroThroughSumsDropoutAndMostActivations() {
        Network folded = fold(
                node("none", new Zero(), "input"),
                node("sum", new Add(), "none", "none"),
                node("relu", new Activation(Function.RELU), "sum"),
                node("dropped", new Dropout(0.1), "relu"),
                node("out", CONVOLUTION, "dropped"));
        assertThat(folded.nodes())
                .containsExactly(node("dropped", new Zero(), "input"), node("out", CONVOLUTION, "dropped"));
    }

    @Test
    void theSigmoidOfZeroIsNotZero() {
        Network network = network(
                node("none", new Zero(), "input"),
                node("half", new Activation(Function.SIGMOID), "none"),
                node("sum", new Add(), "input", "half"));
        assertThat(ZeroFolding.fold(network)).isEqualTo(network);
    }

    private static Network fold(Node... nodes) {
        return ZeroFolding.fold(network(nodes));
    }

    private static Network network(Node... nodes) {
        return new Network(Shape.image(2, 4, 4), List.of(nodes));
    }

    private static Node node(String name, Layer layer, String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }
}
