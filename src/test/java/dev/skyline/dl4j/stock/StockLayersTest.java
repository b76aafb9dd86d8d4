package dev.skyline.dl4j.stock;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
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
import dev.skyline.network.Layer.Pooling.Kind;
import dev.skyline.network.Layer.Resize;
import dev.skyline.network.Layer.Scale;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Truncate;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.RandomWeights;
import dev.skyline.network.ReferenceNetwork;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;
import dev.skyline.network.TrainedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Each kind of layer, made of DL4J's own and loaded from its zip, gives what plain loops give. */
class StockLayersTest {

    private static final List<Shape> INPUTS = List.of(Shape.image(4, 9, 6), Shape.image(4, 8, 8));
    private static final int CLASSES = 3;

    @TempDir
    private Path folder;

    static Stream<Layer> layers() {
        List<Layer> layers = new ArrayList<>(List.of(
                new Convolution(6, 3, 1, 1, 2, true),
                new Convolution(4, 3, 2, 2, 4, false),
                new Convolution(8, 2, 2, 3, 2, true),
                new Convolution(3, 3, 1, 2, 1, true),
                new Convolution(3, 2, 2, 2, 1, false),
                new Convolution(3, 1, 3, true),
                new Convolution(3, 1, 4, true),
                new Convolution(3, 7, 1, false),
                new DepthwiseConvolution(3, 1, 2, true),
                new DepthwiseConvolution(2, 2, 3, false),
                new DepthwiseConvolution(5, 1, 4, false),
                new DepthwiseConvolution(1, 3, true),
                new DepthwiseConvolution(2, 4, true),
                new Pooling(Kind.MAX, 1, 2),
                new Pooling(Kind.AVERAGE, 2, 3),
                new BatchNorm(),
                new Dropout(0.5),
                new Dropout(0),
                new Add(),
                new Concatenate(),
                new Scale(),
                new Resize(18, 12),
                new Resize(3, 9),
                new Resize(7, 5),
                new Resize(1, 1),
                new Truncate(3),
                new Truncate(1),
                new Zero(),
                new Identity(),
                new Flatten()));
        for (int kernel : new int[] {1, 2, 3, 5}) {
            for (int stride : new int[] {1, 2}) {
                layers.add(new Convolution(5, kernel, stride, kernel % 2 == 0));
                layers.add(new DepthwiseConvolution(kernel, stride, kernel % 2 == 1));
                layers.add(new Pooling(Kind.MAX, kernel, stride));
                layers.add(new Pooling(Kind.AVERAGE, kernel, stride));
            }
        }
        for (Kind kind : Kind.values()) {
            layers.add(new GlobalPooling(kind));
        }
        for (Function function : Function.values()) {
            layers.add(new Activation(function));
        }
        return layers.stream();
    }

    @Test
    void noKindOfLayerIsLeftOut() {
        assertThat(Stream.concat(layers(), Stream.of(new Dense(CLASSES), new Softmax()))
                        .map(Object::getClass)
                        .distinct()
                        .toArray())
                .containsExactlyInAnyOrder((Object[]) Layer.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerGivesWhatPlainLoopsGive(Layer layer) throws IOException {
        for (Shape input : INPUTS) {
            requireEqual(network(input, "before", layer));
        }
    }

    /** Where a layer of DL4J's works in the array that it reads, the samples are the array. */
    @ParameterizedTest
    @MethodSource("layers")
    void aLayerThatReadsTheSamplesLeavesThemToOthers(Layer layer) throws IOException {
        for (Shape input : INPUTS) {
            requireEqual(network(input, Network.INPUT, layer));
        }
    }

    private void requireEqual(Network network) throws IOException {
        TrainedNetwork trained = new TrainedNetwork(network, RandomWeights.of(network, 7));
        Path zip = folder.resolve("model.zip");
        StockModel.write(trained, zip);
        float[] samples = RandomWeights.values(
                new SplittableRandom(3), 3 * (int) network.input().elements(), -4, 4);
        float[] actual = StockModel.read(zip).probabilities(network, samples);
        double[] expected = ReferenceNetwork.outputs(network, trained.weights(), samples);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i])
                    .as("value %d of %s", i, network.nodes())
                    .isCloseTo(expected[i], within(1e-5));
        }
    }

    @Test
    void aSoftmaxWithinIsRefused() {
        Network network = new Network(
                Shape.features(4),
                List.of(
                        new Node("within", new Softmax(), List.of(Network.INPUT)),
                        new Node("end", new Softmax(), List.of("within"))));
        assertThatIllegalArgumentException().isThrownBy(() -> StockGraph.of(network));
    }

    /** What the layer reads is read by another, after it. */
    static Network network(Shape input, String source, Layer layer) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node("before", new Convolution(4, 1, 1, true), List.of(Network.INPUT)));
        if (layer instanceof Scale) {
            nodes.add(new Node("other", new GlobalPooling(), List.of("before")));
            nodes.add(new Node("layer", layer, List.of(source, "other")));
        } else if (layer instanceof Add || layer instanceof Concatenate) {
            nodes.add(new Node("other", new Activation(Function.TANH), List.of(source)));
            nodes.add(new Node("layer", layer, List.of(source, "other", source)));
        } else {
            nodes.add(new Node("layer", layer, List.of(source)));
        }
        String last = "layer";
        if (new Network(input, nodes).shape(last) instanceof Image) {
            nodes.add(new Node("flat", new Flatten(), List.of(last)));
            last = "flat";
        }
        nodes.add(new Node("pooled", new GlobalPooling(), List.of(source)));
        nodes.add(new Node("all", new Concatenate(), List.of(last, "pooled")));
        nodes.add(new Node("scores", new Dense(CLASSES), List.of("all")));
        nodes.add(new Node("classes", new Softmax(), List.of("scores")));
        return new Network(input, nodes).withoutDeadNodes();
    }
}
