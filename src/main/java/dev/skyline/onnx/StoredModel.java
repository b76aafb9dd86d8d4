package dev.skyline.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.skyline.dataset.Preprocessing;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.WeightShapes;
import dev.skyline.network.Weights;
import tools.jackson.core.JacksonException;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that {@link OnnxWriter} wrote, read back: its metadata and its weights. So the one file that a training leaves
 * holds all that other formats need. Read by Java alone, without native code.
 */
public final class StoredModel {

    private final ModelProto model;

    private StoredModel(ModelProto model) {
        this.model = model;
    }

    /**
     * @throws ModelRefused where the file is damaged
     */
    public static StoredModel read(Path file) {
        return of(Session.read(file));
    }

    /**
     * @param content of an {@code .onnx} file
     * @throws ModelRefused where it is damaged
     */
    public static StoredModel of(byte[] content) {
        try {
            return new StoredModel(ModelProto.parseFrom(content));
        } catch (InvalidProtocolBufferException e) {
            throw new ModelRefused("the model file is damaged", e);
        }
    }

    /** What the file says of itself, in its order; see {@link ModelDescription}. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (StringStringEntryProto entry : model.getMetadataPropsList()) {
            metadata.put(entry.getKey(), entry.getValue());
        }
        return metadata;
    }

    /** Canonical text of the architecture that was trained. */
    public String architecture() {
        return metadata("architecture");
    }

    /** What turns raw values into the model's input. */
    public Preprocessing preprocessing() {
        try {
            return Metadata.preprocessing(metadata(Metadata.PREPROCESSING));
        } catch (JacksonException e) {
            throw new ModelRefused("the model file says nothing sensible of its pre-processing", e);
        }
    }

    private String metadata(String key) {
        String value = metadata().get(key);
        if (value == null) {
            throw new ModelRefused("the model file does not say its " + key);
        }
        return value;
    }

    /**
     * The weights of the layers that have an effect.
     *
     * @param network that was written, without zero terms as {@link dev.skyline.network.ZeroFolding} leaves it
     * @throws ModelRefused where the file is of another network
     */
    public Weights weights(Network network) {
        Map<String, TensorProto> tensors = new HashMap<>();
        model.getGraph().getInitializerList().forEach(tensor -> tensors.put(tensor.getName(), tensor));
        Weights weights = new Weights();
        for (Node node : network.nodes()) {
            WeightShapes.of(network, node).forEach((role, sizes) -> {
                String name = node.name() + "/" + role;
                weights.put(node.name(), role, values(name, tensors.get(name), sizes));
            });
        }
        return weights;
    }

    private static float[] values(String name, TensorProto tensor, List<Integer> sizes) {
        List<Long> wanted = sizes.stream().map(Integer::longValue).toList();
        if (tensor == null || !tensor.getDimsList().equals(asStored(wanted))) {
            throw new ModelRefused("the model file has no " + name + " of the sizes " + sizes
                    + ", so it is not of the network that its architecture is today");
        }
        float[] values = new float[tensor.getRawData().size() / Float.BYTES];
        tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    /** ONNX has depthwise kernels as [channels][1][k][k]. */
    private static List<Long> asStored(List<Long> sizes) {
        return sizes.size() == 3 ? List.of(sizes.get(0), 1L, sizes.get(1), sizes.get(2)) : sizes;
    }
}
