package dev.skyline.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Network;
import dev.skyline.network.RandomWeights;
import dev.skyline.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OnnxClassifierTest {

    private static final byte[] MODEL = Models.bytes(Models.small(4), 1);

    @Test
    void manySamplesGetWhatEachGetsAlone(@TempDir Path directory) throws IOException {
        float[] samples = RandomWeights.values(new SplittableRandom(1), 600 * 64, 0, 1);
        Path file = Files.write(directory.resolve("model.onnx"), MODEL);
        try (OnnxClassifier classifier = new OnnxClassifier(file)) {
            float[] together = classifier.probabilities(samples);
            assertThat(together).hasSize(600 * classifier.classes());
            for (int sample : new int[] {0, 255, 256, 599}) {
                float[] alone = classifier.probabilities(Arrays.copyOfRange(samples, sample * 64, (sample + 1) * 64));
                for (int c = 0; c < alone.length; c++) {
                    assertThat(Math.abs(alone[c] - together[sample * 3 + c])).isLessThan(1e-6f);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 300, 600})
    void aTruncatedFileIsRefused(int length) {
        assertThat(MODEL).hasSizeGreaterThan(length);
        assertRefused(Arrays.copyOf(MODEL, length));
    }

    @Test
    void aFileOfSomethingElseIsRefused() {
        assertRefused("label,x,y\n1,2,3\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void damagedFilesAreRefusedOrRunButNeverMoreThanThat() {
        SplittableRandom random = new SplittableRandom(3);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] damaged = MODEL.clone();
            for (int flips = 0; flips < 8; flips++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try (OnnxClassifier classifier = new OnnxClassifier(damaged)) {
                assertThat(classifier.classes()).isPositive();
            } catch (ModelRefused e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(20, 199);
    }

    @Test
    void aModelWithoutProbabilitiesIsRefused() {
        Network network = Models.chain(Shape.features(4), new Dense(2));
        byte[] scores = OnnxWriter.model(
                        OnnxWriter.graph(network, RandomWeights.of(network, 1), "scores"), Models.description(network))
                .toByteArray();
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> new OnnxClassifier(scores))
                .withMessage("the model has [scores] where 'probabilities' is wanted");
    }

    @Test
    void aModelOfAFixedNumberOfSamplesIsRefused() throws InvalidProtocolBufferException {
        ModelProto.Builder model = ModelProto.parseFrom(MODEL).toBuilder();
        model.getGraphBuilder()
                .getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(0)
                .setDimValue(1);
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> new OnnxClassifier(model.build().toByteArray()))
                .withMessageContaining("[1, 1, 8, 8]");
    }

    @Test
    void valuesThatFillNoWholeSampleAreRefused() {
        try (OnnxClassifier classifier = new OnnxClassifier(MODEL)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> classifier.probabilities(new float[65]))
                    .withMessage("65 values are not whole samples of 64 values each");
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path directory) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new OnnxClassifier(directory.resolve("gone.onnx")))
                .withMessageContaining("gone.onnx");
    }

    private static void assertRefused(byte[] model) {
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> new OnnxClassifier(model))
                .withMessageStartingWith("ONNX Runtime cannot open the model: ");
    }
}
