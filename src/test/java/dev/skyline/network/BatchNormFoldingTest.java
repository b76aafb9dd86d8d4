package dev.skyline.network;

import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.Flatten;
import dev.skyline.network.Layer.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BatchNormFoldingTest {

    private static final Shape INPUT = Shape.image(4, 6, 5);

    static Stream<Layer> linearLayers() {
        return Stream.of(
                new Convolution(6, 3, 1, true),
                new Convolution(6, 3, 2, false),
                new Convolution(6, 3, 1, 1, 2, false),
                new DepthwiseConvolution(3, 1, 2, true),
                new DepthwiseConvolution(5, 1, false));
    }

    @ParameterizedTest
    @MethodSource("linearLayers")
    void theSameComesOutWithoutTheNormalisation(Layer layer) {
        Network network = network(node("linear", layer, "input"), node("norm", new BatchNorm(), "linear"));
        TrainedNetwork folded = requireEqual(network);
        assertThat(folded.network().nodes().get(1).layer()).isEqualTo(new Identity());
        assertThat(folded.weights().has("norm", Weights.SCALE)).isFalse();
    }

    @Test
    void aDenseLayerTakesItsNormalisationToo() {
        Network network = network(
                node("flat", new Flatten(), "input"),
                node("dense", new Dense(7), "flat"),
                node("norm", new BatchNorm(), "dense"));
        assertThat(requireEqual(network).network().nodes().get(2).layer()).isEqualTo(new Identity());
    }

    @Test
    void aLayerThatOthersReadAsItIsStays() {
        Network network = network(
                node("conv", new Convolution(4, 3, 1, false), "input"),
                node("norm", new BatchNorm(), "conv"),
                node("sum", new Add(), "conv", "norm"));
        assertThat(requireEqual(network).network()).isEqualTo(network);
    }

    @Test
    void aNormalisationOfTheSamplesOrOfASumStays() {
        Network network = network(
                node("first", new BatchNorm(), "input"),
                node("sum", new Add(), "input", "first"),
                node("second", new BatchNorm(), "sum"));
        assertThat(requireEqual(network).network()).isEqualTo(network);
    }

    private static TrainedNetwork requireEqual(Network network) {
        TrainedNetwork trained = new TrainedNetwork(network, RandomWeights.of(network, 3));
        TrainedNetwork folded = BatchNormFolding.fold(trained);
        float[] samples = RandomWeights.values(new SplittableRandom(1), 2 * (int) INPUT.elements(), -2, 2);
        assertThat(ReferenceNetwork.outputs(folded.network(), folded.weights(), samples))
                .containsExactly(ReferenceNetwork.outputs(network, trained.weights(), samples), within(1e-5));
        return folded;
    }

    private static Network network(Node... nodes) {
        return new Network(INPUT, List.of(nodes));
    }

    private static Node node(String name, Layer layer, String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }
}
