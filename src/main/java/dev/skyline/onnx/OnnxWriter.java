package dev.skyline.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Network;
import dev.skyline.network.NetworkDocument;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.network.TrainedNetwork;
import dev.skyline.network.Weights;
import dev.skyline.network.ZeroFolding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a trained classifier as an ONNX model: IR 7, operator set 13, 32-bit floats. It takes {@code input}, [N,
 * channels, height, width] or [N, features] of pre-processed values, and gives {@code probabilities}, [N, classes], for
 * any number N of samples. How values are pre-processed, what the classes are called and where the model comes from
 * stand in its metadata.
 *
 * <p>Source: <a href="https://github.com/onnx/onnx/blob/main/docs/IR.md">Open Neural Network Exchange Intermediate
 * Representation</a>.
 */
public final class OnnxWriter {

    /** Name of the model's only input. */
    public static final String INPUT = Network.INPUT;

    /** Name of the model's only output. */
    public static final String OUTPUT = "probabilities";

    /** The version of the operators that models are made of. */
    public static final int OPERATOR_SET = 13;

    private static final int IR_VERSION = 7;

    private OnnxWriter() {}

    /**
     * The same arguments give the same bytes. O(weights) in time and memory: about three copies of them are alive at
     * once.
     *
     * @return the content of an {@code .onnx} file
     * @throws IllegalArgumentException where the network does not end in a softmax over the described classes, weights
     *     are missing, or their number is not what a layer needs
     */
    public static byte[] write(Network network, Weights weights, ModelDescription description) {
        if (!(network.output().layer() instanceof Softmax)) {
            throw new IllegalArgumentException("a classifier ends in softmax, not "
                    + NetworkDocument.typeName(network.output().layer()));
        }
        long classes = network.shape(network.output().name()).elements();
        if (description.classes().size() != classes) {
            throw new IllegalArgumentException(
                    description.classes().size() + " class names for a network of " + classes + " classes");
        }
        return model(graph(network, weights, OUTPUT), description).toByteArray();
    }

    /**
     * The same with metadata as it is, for a model that was written before.
     *
     * @param metadata in the order in which it is written
     */
    public static byte[] write(TrainedNetwork trained, Map<String, String> metadata) {
        return model(graph(trained.network(), trained.weights(), OUTPUT), metadata)
                .toByteArray();
    }

    static ModelProto model(GraphProto graph, ModelDescription description) {
        return model(graph, Metadata.of(description));
    }

    private static ModelProto model(GraphProto graph, Map<String, String> metadata) {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("Skyline")
                .setProducerVersion(metadata.getOrDefault(Metadata.PRODUCER_VERSION, ""))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(graph);
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build();
    }

    /** @param output name of what the last node gives, whatever its shape */
    static GraphProto graph(Network network, Weights weights, String output) {
        Network deployed = ZeroFolding.fold(network);
        Graph graph = new Graph("classifier");
        Map<String, String> values = new HashMap<>();
        values.put(Network.INPUT, graph.name(INPUT));
        graph.name(output);
        for (Node node : deployed.nodes()) {
            List<String> inputs = node.inputs().stream().map(values::get).toList();
            String target = node == deployed.output() ? output : graph.name(node.name());
            OperatorWriter writer = new OperatorWriter(graph, weights, deployed, node, inputs, target);
            values.put(node.name(), node.layer().accept(writer));
        }
        return graph.proto()
                .addInput(value(INPUT, deployed.input()))
                .addOutput(value(output, deployed.shape(deployed.output().name())))
                .build();
    }

    private static ValueInfoProto value(String name, Shape shape) {
        TensorShapeProto.Builder sizes =
                TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("N"));
        NetworkDocument.writeShape(shape)
                .forEach(size -> sizes.addDim(Dimension.newBuilder().setDimValue(size)));
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                .setShape(sizes)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
