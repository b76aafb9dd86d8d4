package dev.skyline.network;

import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.Concatenate;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Layer.Flatten;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Pooling.Kind;
import dev.skyline.network.Layer.Resize;
import dev.skyline.network.Layer.Scale;
import dev.skyline.network.Layer.Truncate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

import static dev.skyline.network.EveryLayer.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NetworkTest {

    private static final Shape DIGIT = Shape.image(1, 8, 8);

    @Test
    void shapesAreInferred() {
        Network network = EveryLayer.NETWORK;
        assertThat(network.shape("depth")).isEqualTo(Shape.image(4, 4, 4));
        assertThat(network.shape("both")).isEqualTo(Shape.image(8, 4, 4));
        assertThat(network.shape("all")).isEqualTo(Shape.features(8 + 3 * 36));
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
                .hasMessage("nodes[0] (scores): Dense[units=10] takes a vector, not an image of 1×8×8");
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
                .hasMessage("nodes[0] (a): its input b is no earlier node");
        assertThatThrownBy(() -> new Network(
                        DIGIT,
                        List.of(node("a", new Identity(), Network.INPUT), node("a", new Identity(), Network.INPUT))))
                .hasMessage("nodes[1] (a): there is another node of that name");
    }

    @Test
    void whatDoesNotReachTheOutputIsNotDeployed() {
        Network network = new Network(
                DIGIT,
                List.of(
                        node("conv", new Convolution(4, 3, 1, false), Network.INPUT),
                        node("dead", new Convolution(100, 3, 1, false), "conv"),
                        node("out", new Identity(), "conv")));
        assertThat(network.withoutDeadNodes().nodes()).extracting(Node::name).containsExactly("conv", "out");
    }

    @Test
    void channelsAreGroupedScaledTruncatedAndResized() {
        Network network = new Network(
                Shape.image(6, 9, 8),
                List.of(
                        node("grouped", new Convolution(4, 3, 2, 2, 2, true), Network.INPUT),
                        node("most", new GlobalPooling(Kind.MAX), "grouped"),
                        node("scaled", new Scale(), "grouped", "most"),
                        node("larger", new Resize(11, 3), "scaled"),
                        node("fewer", new Truncate(3), "larger"),
                        node("flat", new Flatten(), "fewer"),
                        node("first", new Truncate(10), "flat")));
        assertThat(network.shape("grouped")).isEqualTo(Shape.image(4, 5, 4));
        assertThat(network.shape("scaled")).isEqualTo(Shape.image(4, 5, 4));
        assertThat(network.shape("larger")).isEqualTo(Shape.image(4, 11, 3));
        assertThat(network.shape("fewer")).isEqualTo(Shape.image(3, 11, 3));
        assertThat(network.shape("first")).isEqualTo(Shape.features(10));
    }

    @ParameterizedTest
    @MethodSource
    void settingsThatNoLayerCanHaveAreRefused(Executable layer, String message) {
        assertThatIllegalArgumentException().isThrownBy(layer::execute).withMessage(message);
    }

    static Stream<Arguments> settingsThatNoLayerCanHaveAreRefused() {
        return Stream.of(
                refusal(() -> new Convolution(0, 3, 1, true), "filters must be at least 1, not 0"),
                refusal(() -> new Convolution(1, 1 << 30, 1, true), "kernel must be from 1 to 1024, not 1073741824"),
                refusal(() -> new Convolution(1, 3, 0, true), "stride must be from 1 to 1024, not 0"),
                refusal(() -> new DepthwiseConvolution(3, 1, -1, true), "dilation must be from 1 to 1024, not -1"),
                refusal(() -> new Convolution(4, 3, 1, 1, 3, true), "filters must divide into groups, not 4 into 3"),
                refusal(() -> new Pooling(Kind.MAX, 1, 3), "stride must be at most kernel + 1 in a pooling, not 3"),
                refusal(() -> new Resize(1, 0), "width must be at least 1, not 0"),
                refusal(() -> new Dropout(Double.NaN), "a dropout rate lies in [0, 1), not NaN"));
    }

    @ParameterizedTest
    @MethodSource
    void shapesThatDoNotMeetAreRefused(Layer layer, List<Shape> inputs, String message) {
        assertThatThrownBy(() -> layer.output(inputs))
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageContaining(message);
    }

    static Stream<Arguments> shapesThatDoNotMeetAreRefused() {
        Shape image = Shape.image(3, 4, 4);
        Shape vector = Shape.features(4);
        return Stream.of(
                Arguments.of(new Convolution(4, 3, 1, 1, 2, true), List.of(image), "cannot divide 3 channels"),
                Arguments.of(new Scale(), List.of(image, vector), "an image and a vector of its channels"),
                Arguments.of(new Scale(), List.of(vector, vector), "an image and a vector of its channels"),
                Arguments.of(new Truncate(4), List.of(image), "cannot take that many of 3 channels"),
                Arguments.of(new Resize(2, 2), List.of(vector), "takes an image, not a vector of 4"),
                Arguments.of(new Concatenate(), List.of(image, vector), "images of one size or vectors"),
                Arguments.of(new Concatenate(), List.of(image), "two or more"),
                Arguments.of(new Add(), List.of(image, vector), "equal shapes"),
                Arguments.of(new Identity(), List.of(image, image), "takes one input, not 2"),
                Arguments.of(new Convolution(1 << 30, 1, 1, true), List.of(image), "has too many values"),
                Arguments.of(
                        new Concatenate(),
                        List.of(Shape.features(1 << 30), Shape.features(1 << 30)),
                        "2147483648 channels"));
    }

    private static Arguments refusal(Executable layer, String message) {
        return Arguments.of(layer, message);
    }
}
