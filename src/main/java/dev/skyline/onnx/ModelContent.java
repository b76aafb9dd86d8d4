package dev.skyline.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;

import java.util.Set;

/**
 * What stands in an ONNX file of unknown make, as far as ONNX Runtime would not say it in time: a file may name others
 * that it wants to be read, operators that exist nowhere, and tensors larger than the machine.
 */
final class ModelContent {

    /** Those that ONNX Runtime brings along. */
    private static final Set<String> DOMAINS =
            Set.of("", "ai.onnx", "ai.onnx.ml", "com.microsoft", "com.microsoft.nchwc");

    private long parameters;

    private ModelContent() {}

    /**
     * Numbers in the initializers, those of sub-graphs included. O(bytes), and as much memory.
     *
     * @throws ModelRefused where this is no model, or one that is not to be run
     */
    static long parameters(byte[] file) {
        ModelProto model;
        try {
            model = ModelProto.parseFrom(file);
        } catch (InvalidProtocolBufferException e) {
            throw new ModelRefused("the file is no ONNX model, or is cut short", e);
        }
        if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
            throw new ModelRefused("the file is no ONNX model: there is no graph in it");
        }
        ModelContent content = new ModelContent();
        content.add(model.getGraph());
        return content.parameters;
    }

    private void add(GraphProto graph) {
        for (TensorProto tensor : graph.getInitializerList()) {
            require(tensor);
            long elements = elements(tensor);
            parameters = exactly(parameters, elements);
        }
        graph.getNodeList().forEach(this::add);
    }

    private void add(NodeProto node) {
        if (!DOMAINS.contains(node.getDomain())) {
            throw new ModelRefused("the operator " + node.getOpType() + " of '" + node.getDomain()
                    + "' is none of ONNX; operators of other makers are not run");
        }
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasT()) {
                require(attribute.getT());
            }
            attribute.getTensorsList().forEach(ModelContent::require);
            if (attribute.hasG()) {
                add(attribute.getG());
            }
            attribute.getGraphsList().forEach(this::add);
        }
    }

    private static void require(TensorProto tensor) {
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
            throw new ModelRefused("the weights of '" + tensor.getName()
                    + "' lie in another file (external data); save the model as one file");
        }
    }

    private static long elements(TensorProto tensor) {
        long elements = 1;
        for (long size : tensor.getDimsList()) {
            if (size < 0) {
                throw new ModelRefused("'" + tensor.getName() + "' has a size of " + size);
            }
            elements = size == 0 ? 0 : product(elements, size, tensor);
        }
        return elements;
    }

    private static long product(long elements, long size, TensorProto tensor) {
        try {
            return Math.multiplyExact(elements, size);
        } catch (ArithmeticException e) {
            throw new ModelRefused("'" + tensor.getName() + "' claims the sizes " + tensor.getDimsList());
        }
    }

    private static long exactly(long parameters, long more) {
        try {
            return Math.addExact(parameters, more);
        } catch (ArithmeticException e) {
            throw new ModelRefused("the model claims more parameters than can be counted");
        }
    }
}
