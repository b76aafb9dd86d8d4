package dev.skyline.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.skyline.dataset.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ForeignClassifierTest {

    private static final byte[] MODEL = Models.bytes(Models.small(4), 1);

    @TempDir
    private Path folder;

    @Test
    void aModelSaysWhatItIs() throws IOException {
        try (ForeignClassifier model = open(MODEL)) {
            assertThat(model.shape()).containsExactly(1, 8, 8);
            assertThat(model.classes()).isEqualTo(3);
            assertThat(model.parameters()).isEqualTo(4 * 9 + 4 + 4 * 4 * 9 + 4 * 3 + 3);
        }
    }

    @Test
    void namesAreFreeAndSoIsTheNumberOfSamplesOrNot() throws Exception {
        byte[] other = changed(model -> {
            model.getGraphBuilder().getInputBuilder(0).setName("pixel_values");
            model.getGraphBuilder().getNodeBuilderList().forEach(node -> {
                for (int i = 0; i < node.getInputCount(); i++) {
                    if (node.getInput(i).equals(OnnxWriter.INPUT)) {
                        node.setInput(i, "pixel_values");
                    }
                }
            });
            for (var value : Arrays.asList(
                    model.getGraphBuilder().getInputBuilder(0),
                    model.getGraphBuilder().getOutputBuilder(0))) {
                value.getTypeBuilder()
                        .getTensorTypeBuilder()
                        .getShapeBuilder()
                        .getDimBuilder(0)
                        .clearDimParam()
                        .setDimValue(5);
            }
        });
        byte[] pixels = new byte[203 * 64];
        new Random(1).nextBytes(pixels);
        int[] labels = IntStream.range(0, 203).map(i -> i % 3).toArray();
        Samples samples = Samples.ofImages(1, 64, 3, labels, pixels);
        int[] numbers = IntStream.range(0, 203).toArray();
        try (ForeignClassifier free = open(MODEL);
                ForeignClassifier fixed = open(other)) {
            assertThat(fixed.shape()).containsExactly(1, 8, 8);
            double accuracy = free.accuracy(samples, numbers);
            assertThat(accuracy).isBetween(0.1, 0.9);
            assertThat(fixed.accuracy(samples, numbers))
                    .as("in batches of five")
                    .isEqualTo(accuracy);
        }
    }

    @Test
    void rubbishIsNoModel() {
        byte[] random = new byte[100_000];
        new Random(7).nextBytes(random);
        assertRefused(random, "no ONNX model");
        assertRefused(new byte[0], "no ONNX model");
        assertRefused("label,x,y\n1,2,3\n".getBytes(StandardCharsets.US_ASCII), "no ONNX model");
        for (int length : new int[] {1, 50, 300, MODEL.length - 1}) {
            assertRefused(Arrays.copyOf(MODEL, length), "");
        }
    }

    @Test
    void weightsInAnotherFileAreNotRead() throws IOException {
        Files.writeString(folder.resolve("secret"), "not for models");
        assertRefused(
                changed(model -> model.getGraphBuilder()
                        .getInitializerBuilder(0)
                        .clearRawData()
                        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                        .addExternalData(StringStringEntryProto.newBuilder()
                                .setKey("location")
                                .setValue("../../secret"))),
                "another file");
    }

    @Test
    void tensorsThatClaimWhatTheyDoNotHaveAreRefused() throws IOException {
        assertRefused(sizes(1L << 31, 1 << 20, 1 << 20, 1 << 20), "claims the sizes");
        assertRefused(sizes(-4), "size of -4");
        assertRefused(sizes(2_000_000_000), "");
        assertRefused(
                changed(model ->
                        model.getGraphBuilder().getInitializerBuilder(0).setRawData(ByteString.EMPTY)),
                "");
    }

    @Test
    void operatorsOfOtherMakersAreRefused() throws IOException {
        assertRefused(
                changed(model -> model.getGraphBuilder()
                        .getNodeBuilder(0)
                        .setDomain("com.example.evil")
                        .setOpType("Shell")),
                "Shell");
        assertRefused(changed(model -> model.getGraphBuilder().getNodeBuilder(0).setOpType("Shell")), "");
    }

    @Test
    void twoInputsAreOneTooMany() throws IOException {
        assertRefused(
                changed(model -> model.getGraphBuilder()
                        .addInput(model.getGraph().getInput(0).toBuilder().setName("mask"))),
                "where one is wanted");
    }

    private byte[] sizes(long... sizes) throws IOException {
        return changed(model -> {
            TensorProto.Builder tensor = model.getGraphBuilder().getInitializerBuilder(0);
            tensor.clearDims();
            for (long size : sizes) {
                tensor.addDims(size);
            }
        });
    }

    private static byte[] changed(Consumer<ModelProto.Builder> change) throws InvalidProtocolBufferException {
        ModelProto.Builder model = ModelProto.parseFrom(MODEL).toBuilder();
        change.accept(model);
        return model.build().toByteArray();
    }

    private void assertRefused(byte[] model, String reason) {
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> open(model).close())
                .withMessageContaining(reason);
    }

    private ForeignClassifier open(byte[] model) throws IOException {
        return new ForeignClassifier(Files.write(folder.resolve("model.onnx"), model));
    }
}
