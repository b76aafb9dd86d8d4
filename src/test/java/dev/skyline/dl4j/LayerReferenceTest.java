package dev.skyline.dl4j;

import dev.skyline.dl4j.layer.FastLayers;
import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.Concatenate;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.Flatten;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Resize;
import dev.skyline.network.Layer.Scale;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Truncate;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.ReferenceNetwork;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;
import dev.skyline.network.Weights;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Each kind of layer forth, against the reference, and back, against the reference's central differences. */
class LayerReferenceTest {

    private static final Shape INPUT = Shape.image(2, 9, 6);
    private static final int CLASSES = 3;
    private static final int BATCH = 3;
    private static final float STEP = 1e-6f;

    static Stream<Layer> layers() {
        List<Layer> layers = new ArrayList<>(List.of(
                new Convolution(6, 3, 1, 1, 2, true),
                new Convolution(4, 3, 2, 2, 4, false),
                new Convolution(8, 2, 2, 3, 2, true),
                new Convolution(3, 3, 1, 2, 1, true),
                new Convolution(3, 2, 2, 2, 1, false),
                new DepthwiseConvolution(3, 1, 2, true),
                new DepthwiseConvolution(2, 2, 3, false),
                new DepthwiseConvolution(5, 1, 4, false),
                new Convolution(3, 1, 3, true),
                new DepthwiseConvolution(1, 3, true),
                new DepthwiseConvolution(2, 4, true),
                new Pooling(Pooling.Kind.MAX, 1, 2),
                new Pooling(Pooling.Kind.AVERAGE, 2, 3),
                new Add(),
                new Concatenate(),
                new Scale(),
                new Resize(18, 12),
                new Resize(3, 9),
                new Truncate(3),
                new Flatten()));
        for (Pooling.Kind kind : Pooling.Kind.values()) {
            layers.add(new Pooling(kind, 3, 2));
            layers.add(new GlobalPooling(kind));
        }
        for (Function function : Function.values()) {
            layers.add(new Activation(function));
        }
        return layers.stream();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void outputsAreThoseOfTheReference(Layer layer) {
        Network network = network(layer);
        ComputationGraph graph = NetworkGraph.of(network, new FastLayers(), new NoOp(), 1);
        GraphFixture.disturb(graph, 1);
        INDArray samples = GraphFixture.samples(INPUT, BATCH, 2).muli(3);
        assertThat(graph.outputSingle(samples).dup('c').data().asDouble())
                .containsExactly(reference(network, graph, samples), within(1e-5));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsAreThoseOfCentralDifferences(Layer layer) {
        Network network = network(layer);
        ComputationGraph graph = NetworkGraph.of(network, new FastLayers(), new NoOp(), 1);
        GraphFixture.disturb(graph, 1);
        INDArray samples = GraphFixture.samples(INPUT, BATCH, 2).muli(3);
        INDArray labels = GraphFixture.labels(BATCH, CLASSES, 3);
        graph.setInputs(samples);
        graph.setLabels(labels);
        graph.computeGradientAndScore();
        INDArray gradients = graph.getFlattenedGradients().dup();
        INDArray parameters = graph.params();
        long classifier = graph.getLayer("scores").numParams();
        for (long i = 0; i < parameters.length() - classifier; i++) {
            float value = parameters.getFloat(i);
            parameters.putScalar(i, value + STEP);
            double above = loss(network, graph, samples, labels);
            double up = parameters.getFloat(i);
            parameters.putScalar(i, value - STEP);
            double below = loss(network, graph, samples, labels);
            double down = parameters.getFloat(i);
            parameters.putScalar(i, value);
            double expected = (above - below) / (up - down);
            assertThat(gradients.getDouble(i))
                    .as("parameter %d", i)
                    .isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
        }
    }

    /** Cross-entropy, summed over the samples. */
    private static double loss(Network network, ComputationGraph graph, INDArray samples, INDArray labels) {
        double[] probabilities = reference(network, graph, samples);
        double loss = 0;
        for (int i = 0; i < probabilities.length; i++) {
            loss -= labels.getDouble(i / CLASSES, i % CLASSES) * Math.log(probabilities[i]);
        }
        return loss;
    }

    private static double[] reference(Network network, ComputationGraph graph, INDArray samples) {
        Weights weights = WeightsOfGraph.read(network, graph);
        return ReferenceNetwork.outputs(
                network, weights, samples.dup('c').data().asFloat());
    }

    /** The layer between a convolution, which its gradient by its input must reach, and a classifier. */
    private static Network network(Layer layer) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node("before", new Convolution(4, 1, 1, true), List.of(Network.INPUT)));
        if (layer instanceof Scale) {
            nodes.add(new Node("other", new GlobalPooling(), List.of("before")));
            nodes.add(new Node("layer", layer, List.of("before", "other")));
        } else if (layer instanceof Add || layer instanceof Concatenate) {
            nodes.add(new Node("other", new Activation(Function.TANH), List.of("before")));
            nodes.add(new Node("layer", layer, List.of("before", "other")));
        } else {
            nodes.add(new Node("layer", layer, List.of("before")));
        }
        String last = "layer";
        if (new Network(INPUT, nodes).shape(last) instanceof Image) {
            nodes.add(new Node("flat", new Flatten(), List.of(last)));
            last = "flat";
        }
        nodes.add(new Node("scores", new Dense(CLASSES), List.of(last)));
        nodes.add(new Node("classes", new Softmax(), List.of("scores")));
        return new Network(INPUT, nodes);
    }
}
