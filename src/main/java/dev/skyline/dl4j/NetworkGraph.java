package dev.skyline.dl4j;

import dev.skyline.dl4j.layer.LayerKinds;
import dev.skyline.dl4j.layer.Place;
import dev.skyline.network.Layer;
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
import dev.skyline.network.Layer.Resize;
import dev.skyline.network.Layer.Scale;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Truncate;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A network as DL4J's computation graph: images are channels first, values 32 bits, each layer bears its node's name.
 * An identity is no vertex: who reads it reads its input. The final softmax becomes the loss layer.
 */
final class NetworkGraph implements Layer.Visitor<Void> {

    private final Network network;
    private final LayerKinds kinds;
    private final GraphBuilder graph;
    private final Map<String, String> aliases = new HashMap<>();
    private final SplittableRandom seeds;
    private Node node;
    private Place place;

    private NetworkGraph(Network network, LayerKinds kinds, IUpdater updater, long seed) {
        this.network = network;
        this.kinds = kinds;
        this.seeds = new SplittableRandom(seed);
        this.graph = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.FLOAT)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .updater(updater)
                .weightInit(WeightInit.RELU)
                .activation(org.nd4j.linalg.activations.Activation.IDENTITY)
                .convolutionMode(ConvolutionMode.Same)
                .graphBuilder()
                .addInputs(Network.INPUT);
    }

    /**
     * A graph with weights drawn from the seed.
     *
     * @throws RuntimeException of DL4J's, where it refuses the network
     */
    static ComputationGraph of(Network network, LayerKinds kinds, IUpdater updater, long seed) {
        ComputationGraph graph = new ComputationGraph(new NetworkGraph(network, kinds, updater, seed)
                .withAllNodes()
                .graph
                .build());
        graph.init();
        return graph;
    }

    private NetworkGraph withAllNodes() {
        for (Node next : network.nodes()) {
            node = next;
            String[] inputs = next.inputs().stream()
                    .map(name -> aliases.getOrDefault(name, name))
                    .toArray(String[]::new);
            place = new Place(graph, next.name(), inputs, seeds.nextLong());
            next.layer().accept(this);
        }
        graph.setOutputs(network.output().name());
        return this;
    }

    private int channels() {
        return network.inputShapes(node).get(0).channels();
    }

    @Override
    public Void convolution(Convolution layer) {
        kinds.convolution(
                place,
                new ConvolutionLayer.Builder()
                        .kernelSize(layer.kernel(), layer.kernel())
                        .stride(layer.stride(), layer.stride())
                        .dilation(layer.dilation(), layer.dilation())
                        .nIn(channels() / layer.groups())
                        .nOut(layer.filters())
                        .hasBias(layer.bias()),
                layer.groups());
        return null;
    }

    @Override
    public Void depthwiseConvolution(DepthwiseConvolution layer) {
        int channels = channels();
        if (isByGroups(layer)) {
            return convolution(new Convolution(
                    channels, layer.kernel(), layer.stride(), layer.dilation(), channels, layer.bias()));
        }
        kinds.depthwiseConvolution(
                place,
                new DepthwiseConvolution2D.Builder()
                        .kernelSize(layer.kernel(), layer.kernel())
                        .stride(layer.stride(), layer.stride())
                        .nIn(channels)
                        .nOut(channels)
                        .hasBias(layer.bias()));
        return null;
    }

    /** Whether it is built as a convolution of as many groups as channels, so that its kernel has that layout. */
    static boolean isByGroups(DepthwiseConvolution layer) {
        return !LayerKinds.isNative(layer.kernel(), layer.stride(), layer.dilation());
    }

    @Override
    public Void batchNorm(BatchNorm layer) {
        kinds.batchNorm(place, channels(), BatchNorm.EPSILON);
        return null;
    }

    @Override
    public Void activation(Activation layer) {
        kinds.activation(place, layer.function());
        return null;
    }

    @Override
    public Void pooling(Pooling layer) {
        switch (layer.kind()) {
            case MAX -> kinds.maxPooling(place, layer.kernel(), layer.stride());
            case AVERAGE -> kinds.averagePooling(place, layer.kernel(), layer.stride());
        }
        return null;
    }

    @Override
    public Void globalPooling(GlobalPooling layer) {
        switch (layer.kind()) {
            case MAX -> kinds.globalMaximum(place);
            case AVERAGE -> kinds.globalAverage(place);
        }
        return null;
    }

    @Override
    public Void flatten(Flatten layer) {
        kinds.flatten(place);
        return null;
    }

    @Override
    public Void dense(Dense layer) {
        place.put(new DenseLayer.Builder().nIn(channels()).nOut(layer.units()).build());
        return null;
    }

    @Override
    public Void dropout(Dropout layer) {
        if (layer.rate() == 0) {
            return alias();
        }
        kinds.dropout(place, layer.rate());
        return null;
    }

    @Override
    public Void add(Add layer) {
        kinds.add(place);
        return null;
    }

    @Override
    public Void concatenate(Concatenate layer) {
        place.put(new MergeVertex());
        return null;
    }

    @Override
    public Void scale(Scale layer) {
        kinds.scale(place);
        return null;
    }

    @Override
    public Void resize(Resize layer) {
        kinds.resize(place, layer.height(), layer.width());
        return null;
    }

    @Override
    public Void truncate(Truncate layer) {
        kinds.truncate(place, layer.channels());
        return null;
    }

    @Override
    public Void zero(Zero layer) {
        kinds.zero(place);
        return null;
    }

    @Override
    public Void identity(Identity layer) {
        return alias();
    }

    private Void alias() {
        aliases.put(node.name(), place.inputs()[0]);
        return null;
    }

    @Override
    public Void softmax(Softmax layer) {
        if (node != network.output()) {
            throw new IllegalArgumentException("softmax is the last layer of a network, not one within");
        }
        place.put(new LossLayer.Builder(kinds.crossEntropy())
                .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                .build());
        return null;
    }
}
