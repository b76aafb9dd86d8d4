package dev.skyline.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.skyline.dataset.Samples;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.RandomNetworks;
import dev.skyline.network.RandomWeights;
import dev.skyline.network.ReferenceNetwork;
import dev.skyline.network.Shape;
import dev.skyline.network.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OnnxWriterTest {

    private static final Shape FEATURES = Shape.features(4);

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void randomNetworksGiveTheProbabilitiesOfPlainLoops(int batch) {
        for (int seed = 0; seed < 100; seed++) {
            Network network = seed % 5 == 0 ? RandomNetworks.ofTables(seed, 3) : RandomNetworks.ofImages(seed, 4);
            Weights weights = RandomWeights.of(network, seed);
            int values = Math.toIntExact(network.input().elements());
            float[] samples = RandomWeights.values(new SplittableRandom(seed), batch * values, 0, 1);
            double[] expected = ReferenceNetwork.outputs(network, weights, samples);
            byte[] model = OnnxWriter.write(network, weights, Models.description(network));
            try (OnnxClassifier classifier = new OnnxClassifier(model)) {
                float[] actual = classifier.probabilities(samples);
                assertThat(actual).hasSize(expected.length);
                for (int i = 0; i < expected.length; i++) {
                    assertThat(Math.abs(actual[i] - expected[i]))
                            .as("value %d of network %d: %s", i, seed, network.nodes())
                            .isLessThanOrEqualTo(LayerExportTest.TOLERANCE);
                }
            }
        }
    }

    @Test
    void theSameNetworkGivesTheSameBytes() {
        assertThat(Models.bytes(RandomNetworks.ofImages(5, 3), 1))
                .isEqualTo(Models.bytes(RandomNetworks.ofImages(5, 3), 1));
    }

    @Test
    void aModelTakesAnyNumberOfSamples() throws InvalidProtocolBufferException {
        ModelProto model = ModelProto.parseFrom(Models.bytes(Models.small(2), 1));
        assertThat(model.getIrVersion()).isEqualTo(7);
        assertThat(model.getOpsetImport(0).getVersion()).isEqualTo(13);
        assertThat(model.getGraph().getInputList())
                .extracting(OnnxWriterTest::text)
                .containsExactly("input[N, 1, 8, 8]");
        assertThat(model.getGraph().getOutputList())
                .extracting(OnnxWriterTest::text)
                .containsExactly("probabilities[N, 3]");
    }

    private static String text(ValueInfoProto value) {
        return value.getName()
                + value.getType().getTensorType().getShape().getDimList().stream()
                        .map(size -> size.hasDimParam() ? size.getDimParam() : String.valueOf(size.getDimValue()))
                        .toList();
    }

    @Test
    void aModelSaysWhereItComesFromAndHowItIsUsed() throws InvalidProtocolBufferException {
        Network network = Models.chain(FEATURES, new Dense(2), new Softmax());
        ModelDescription description = new ModelDescription(
                "dense(2)",
                "iris",
                List.of("\"quoted\"", "größer"),
                Samples.ofTable(4, 2, new int[] {0}, new float[4]).preprocessing(),
                "0.1.0");
        ModelProto model = ModelProto.parseFrom(OnnxWriter.write(network, RandomWeights.of(network, 1), description));
        assertThat(model.getProducerName()).isEqualTo("Skyline");
        assertThat(model.getProducerVersion()).isEqualTo("0.1.0");
        assertThat(model.getMetadataPropsList().stream()
                        .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue)))
                .containsEntry("dataset", "iris")
                .containsEntry("architecture", "dense(2)")
                .containsEntry("classes", "[\"\\\"quoted\\\"\",\"größer\"]")
                .containsEntry("preprocessing", "{\"mean\":[0.0,0.0,0.0,0.0],\"scale\":[1.0,1.0,1.0,1.0]}")
                .containsEntry("producerVersion", "0.1.0");
    }

    @Test
    void aNodeNamedLikeAnotherValueGetsANameOfItsOwn() throws InvalidProtocolBufferException {
        Network network = new Network(
                FEATURES,
                List.of(
                        new Node("probabilities", new Dense(4), List.of("input")),
                        new Node("probabilities/kernel", new Add(), List.of("input", "probabilities")),
                        new Node("out", new Softmax(), List.of("probabilities/kernel"))));
        ModelProto model = ModelProto.parseFrom(Models.bytes(network, 1));
        assertThat(model.getGraph().getNodeList())
                .extracting(NodeProto::getName)
                .doesNotHaveDuplicates()
                .endsWith("probabilities");
        assertThat(new OnnxClassifier(Models.bytes(network, 1)).probabilities(new float[4]))
                .hasSize(4);
    }

    @Test
    void aNetworkThatEndsInNoSoftmaxIsRefused() {
        Network network = Models.chain(FEATURES, new Dense(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Models.bytes(network, 1))
                .withMessage("a classifier ends in softmax, not dense");
    }

    @Test
    void classNamesOfAnotherNumberAreRefused() {
        Network two = Models.chain(FEATURES, new Dense(2), new Softmax());
        Network three = Models.chain(FEATURES, new Dense(3), new Softmax());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnnxWriter.write(two, RandomWeights.of(two, 1), Models.description(three)))
                .withMessage("3 class names for a network of 2 classes");
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        Network two = Models.chain(FEATURES, new Dense(2), new Softmax());
        Network three = Models.chain(FEATURES, new Dense(3), new Softmax());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnnxWriter.write(two, RandomWeights.of(three, 1), Models.description(two)))
                .withMessage("a/kernel needs 8 values, not 12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnnxWriter.write(two, new Weights(), Models.description(two)))
                .withMessageContaining("no weights 'kernel' of node a");
    }

    @Test
    void twoClassesOfOneNameAreRefused() {
        ModelDescription good = Models.description(Models.small(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ModelDescription("text", "iris", List.of("cat", "cat"), good.preprocessing(), "0.1.0"))
                .withMessageContaining("[cat, cat]");
    }
}
