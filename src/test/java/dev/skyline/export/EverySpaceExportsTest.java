package dev.skyline.export;

import dev.skyline.architecture.Architecture;
import dev.skyline.dl4j.stock.StockModel;
import dev.skyline.network.BatchNormFolding;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Network;
import dev.skyline.network.RandomWeights;
import dev.skyline.network.Shape;
import dev.skyline.network.TrainedNetwork;
import dev.skyline.network.ZeroFolding;
import dev.skyline.onnx.OnnxClassifier;
import dev.skyline.onnx.OnnxWriter;
import dev.skyline.onnx.StoredModel;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a space draws leaves as the same model in every form: under ONNX Runtime, under DL4J, and with batch
 * normalisation folded under both, the weights being read back from the file that a training leaves.
 */
class EverySpaceExportsTest {

    private static final Task TASK = new Task(Shape.image(1, 8, 8), 3);
    private static final int SAMPLES = 4;
    private static final Map<String, String> METADATA = Map.of("trial", "1");

    @TempDir
    private Path folder;

    static List<String> spaces() {
        return Spaces.plugins().ids();
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void aFewArchitecturesLeaveAsTheSameModelInEveryForm(String id) throws IOException {
        requireExported(id, 1, 3);
    }

    @Tag("figures")
    @ParameterizedTest
    @MethodSource("spaces")
    void twoHundredArchitecturesLeaveAsTheSameModelInEveryForm(String id, TestReporter reporter) throws IOException {
        double largest = requireExported(id, 2, 200);
        reporter.publishEntry("largest difference of " + id, Double.toString(largest));
    }

    private double requireExported(String id, long seed, int count) throws IOException {
        SearchSpace space = Spaces.plugins().create(PluginSpec.of(id), TASK);
        SplittableRandom random = new SplittableRandom(seed);
        double largest = 0;
        for (int i = 0; i < count; i++) {
            Architecture architecture = space.sample(random);
            Agreement agreement = export(space.decode(architecture).withoutDeadNodes(), random);
            assertThat(agreement.holds())
                    .as("%s of %s", agreement, architecture)
                    .isTrue();
            largest = Math.max(largest, agreement.largestDifference());
        }
        return largest;
    }

    private Agreement export(Network decoded, SplittableRandom random) throws IOException {
        TrainedNetwork drawn = new TrainedNetwork(decoded, RandomWeights.of(decoded, random.nextLong()));
        float[] samples =
                RandomWeights.values(random, SAMPLES * (int) TASK.input().elements(), 0, 1);
        byte[] stored = OnnxWriter.write(drawn, METADATA);
        Network network = ZeroFolding.fold(decoded);
        TrainedNetwork trained =
                new TrainedNetwork(network, StoredModel.of(stored).weights(network));
        TrainedNetwork folded = BatchNormFolding.fold(trained);
        assertThat(folded.network().nodes().stream()
                        .filter(node -> node.layer() instanceof BatchNorm)
                        .count())
                .isLessThanOrEqualTo(network.nodes().stream()
                        .filter(node -> node.layer() instanceof BatchNorm)
                        .count());
        float[] expected = onnx(stored, samples);
        return Agreement.of(expected, onnx(OnnxWriter.write(trained, METADATA), samples), TASK.classes())
                .and(Agreement.of(expected, dl4j(trained, samples), TASK.classes()))
                .and(Agreement.of(expected, onnx(OnnxWriter.write(folded, METADATA), samples), TASK.classes()))
                .and(Agreement.of(expected, dl4j(folded, samples), TASK.classes()));
    }

    private static float[] onnx(byte[] model, float[] samples) {
        try (OnnxClassifier classifier = new OnnxClassifier(model)) {
            return classifier.probabilities(samples);
        }
    }

    private float[] dl4j(TrainedNetwork trained, float[] samples) throws IOException {
        Path zip = folder.resolve("model.zip");
        StockModel.write(trained, zip);
        return StockModel.read(zip).probabilities(trained.network(), samples);
    }
}
