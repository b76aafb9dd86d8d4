package dev.skyline.dl4j.stock;

import dev.skyline.network.Network;
import dev.skyline.network.Node;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as a configuration of DL4J's own layers, and the Java statements that make the same configuration. Each part
 * is said in both ways at one place, and a test compares them.
 */
final class StockGraph {

    /** What {@link #SETTINGS} says in Java. */
    private static final double LEARNING_RATE = 0.001;

    private static final long SEED = 1;

    /** Of the builder; the updater is for who wants to train on. */
    static final List<String> SETTINGS = List.of(
            "seed(1)",
            "dataType(DataType.FLOAT)",
            "updater(new Adam(0.001))",
            "weightInit(WeightInit.RELU)",
            "activation(Activation.IDENTITY)",
            "convolutionMode(ConvolutionMode.Same)",
            "graphBuilder()");

    private final GraphBuilder graph;
    private final List<String> statements = new ArrayList<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final String output;

    private StockGraph(String output) {
        this.output = output;
        this.graph = new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .dataType(DataType.FLOAT)
                .updater(new Adam(LEARNING_RATE))
                .weightInit(WeightInit.RELU)
                .activation(Activation.IDENTITY)
                .convolutionMode(ConvolutionMode.Same)
                .graphBuilder();
        graph.addInputs(Network.INPUT);
    }

    /**
     * @throws IllegalArgumentException where the network has a softmax that is not its end
     */
    static StockGraph of(Network network) {
        StockGraph result = new StockGraph(network.output().name());
        for (Node node : network.nodes()) {
            String[] inputs = node.inputs().stream()
                    .map(name -> result.aliases.getOrDefault(name, name))
                    .toArray(String[]::new);
            node.layer().accept(new StockLayers(result, network, node, inputs));
        }
        result.graph.setOutputs(result.output);
        return result;
    }

    ComputationGraphConfiguration configuration() {
        return graph.build();
    }

    /** One for each part, in their order. */
    List<String> statements() {
        return List.copyOf(statements);
    }

    String output() {
        return output;
    }

    /** Who reads the first name reads the second. */
    void alias(String name, String meant) {
        aliases.put(name, meant);
    }

    /** @param code a Java expression that makes the layer */
    void add(String name, Layer layer, String code, String... inputs) {
        graph.addLayer(name, layer, inputs);
        statements.add(JavaText.call("graph.addLayer", name, code, inputs));
    }

    /** @param code a Java expression that makes the vertex */
    void add(String name, GraphVertex vertex, String code, String... inputs) {
        graph.addVertex(name, vertex, inputs);
        statements.add(JavaText.call("graph.addVertex", name, code, inputs));
    }
}
