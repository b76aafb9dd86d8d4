package dev.skyline.dl4j;

import dev.skyline.architecture.Architecture;
import dev.skyline.dataset.Samples;
import dev.skyline.dl4j.layer.FastLayers;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import dev.skyline.network.Weights;
import dev.skyline.onnx.ModelDescription;
import dev.skyline.onnx.OnnxClassifier;
import dev.skyline.onnx.OnnxWriter;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a space draws can be trained and exported: it has finite gradients, and its file gives what the graph gives. */
class EverySpaceTrainsTest {

    private static final Task TASK = new Task(Shape.image(1, 8, 8), 3);
    private static final int SAMPLES = 4;

    static Stream<PluginSpec> spaces() {
        return Stream.concat(
                Spaces.plugins().ids().stream().map(PluginSpec::of),
                Stream.of(
                        new PluginSpec("sequential", Map.of("skips", true, "dropouts", List.of(0, 0.5))),
                        new PluginSpec("motifs", Map.of("levels", 4, "motifNodes", 3, "merge", "add"))));
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void samplesTrainAndExport(PluginSpec spec) {
        SearchSpace space = Spaces.plugins().create(spec, TASK);
        SplittableRandom random = new SplittableRandom(1);
        for (int seed = 0; seed < 10; seed++) {
            Architecture architecture = space.sample(random);
            requireTrainedAndExported(architecture, space.decode(architecture).withoutDeadNodes(), seed);
        }
    }

    private static void requireTrainedAndExported(Architecture architecture, Network network, long seed) {
        ComputationGraph graph = NetworkGraph.of(network, new FastLayers(), new NoOp(), seed);
        graph.initGradientsView();
        GraphFixture.disturb(graph, seed);
        INDArray samples = GraphFixture.samples(TASK.input(), SAMPLES, seed);
        graph.setInputs(samples);
        graph.setLabels(GraphFixture.labels(SAMPLES, TASK.classes(), seed));
        graph.computeGradientAndScore();
        double norm = graph.getFlattenedGradients().norm2Number().doubleValue();
        assertThat(norm)
                .as("norm of the gradients of %s", architecture)
                .isFinite()
                .isPositive();

        float[] expected = graph.outputSingle(samples).dup('c').data().asFloat();
        byte[] model = exported(architecture, network, WeightsOfGraph.read(network, graph));
        try (OnnxClassifier classifier = new OnnxClassifier(model)) {
            float[] actual = classifier.probabilities(samples.dup('c').data().asFloat());
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i])
                        .as("probability %d of %s", i, architecture)
                        .isCloseTo(expected[i], within(1e-4f));
            }
        }
    }

    private static byte[] exported(Architecture architecture, Network network, Weights weights) {
        ModelDescription description = new ModelDescription(
                architecture.text(),
                "random",
                List.of("a", "b", "c"),
                Samples.ofImages(1, 1, 2, new int[] {0}, new byte[] {0}).preprocessing(),
                "0.1.0");
        return OnnxWriter.write(network, weights, description);
    }
}
