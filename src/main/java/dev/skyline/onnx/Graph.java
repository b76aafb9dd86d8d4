package dev.skyline.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** An ONNX graph as it grows. Every value gets a name of its own, as near to the wanted one as can be. */
final class Graph {

    private final GraphProto.Builder proto = GraphProto.newBuilder();
    private final Set<String> names = new HashSet<>();

    Graph(String name) {
        proto.setName(name);
    }

    GraphProto.Builder proto() {
        return proto;
    }

    /** Takes a name, so that no other value gets it. */
    String name(String wanted) {
        String name = wanted;
        while (!names.add(name)) {
            name += "_";
        }
        return name;
    }

    /** Adds an operator whose only output is the given, already taken, name. */
    String operator(String type, String output, List<String> inputs, AttributeProto... attributes) {
        proto.addNode(NodeProto.newBuilder()
                .setOpType(type)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return output;
    }

    /**
     * Adds constant values, row-major; without sizes, a single one.
     *
     * @throws IllegalArgumentException where their number is not that of the sizes
     */
    String constant(String wanted, float[] values, long... sizes) {
        long elements = LongStream.of(sizes).reduce(1, (a, b) -> a * b);
        if (elements != values.length) {
            throw new IllegalArgumentException(wanted + " needs " + elements + " values, not " + values.length);
        }
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return constant(wanted, TensorProto.DataType.FLOAT_VALUE, raw, sizes);
    }

    /** Adds a constant vector of 64-bit integers: sizes and places. */
    String integers(String wanted, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return constant(wanted, TensorProto.DataType.INT64_VALUE, raw, values.length);
    }

    private String constant(String wanted, int type, ByteBuffer raw, long... sizes) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(type);
        LongStream.of(sizes).forEach(tensor::addDims);
        String name = name(wanted);
        proto.addInitializer(tensor.setName(name).setRawData(ByteString.copyFrom(raw)));
        return name;
    }
}
