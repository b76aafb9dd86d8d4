package dev.skyline.dl4j;

import dev.skyline.dl4j.ParameterSpan.Kind;
import dev.skyline.dl4j.layer.FastLayers;
import dev.skyline.dl4j.layer.LayerKinds;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.RandomNetworks;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The fast layers against DL4J's own: the same loss and the same gradients from the same weights. */
class FastLayersTest {

    private static final int CLASSES = 4;
    private static final int BATCH = 7;

    @Test
    void gradientsOfRandomNetworksOfImagesAreThoseOfDl4jsOwnLayers() {
        LongStream.rangeClosed(1, 60)
                .forEach(seed -> requireSameGradients(RandomNetworks.ofImages(seed, CLASSES), seed));
    }

    @Test
    void gradientsOfRandomNetworksOfTablesAreThoseOfDl4jsOwnLayers() {
        LongStream.rangeClosed(1, 10)
                .forEach(seed -> requireSameGradients(RandomNetworks.ofTables(seed, CLASSES), seed));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 13})
    void gradientsOfTheBenchmarksNetworksAreThoseOfDl4jsOwnLayers(int pixels) {
        requireSameGradients(TestNetworks.leNet(pixels, CLASSES), 1);
        requireSameGradients(TestNetworks.cells(pixels, 4, CLASSES), 1);
    }

    private static void requireSameGradients(Network withDropout, long seed) {
        Network network = withoutDropout(withDropout).withoutDeadNodes();
        Run ours = new Run(network, new FastLayers(), seed);
        Run dl4js = new Run(network, new BuiltInLayers(), seed);
        assertThat(ours.graph.params()).isEqualTo(dl4js.graph.params());
        assertThat(ours.loss()).as("loss %d", seed).isCloseTo(dl4js.loss(), within(1e-4 * dl4js.loss()));
        assertThat(distance(ours.graph, dl4js.graph)).as("network %d", seed).isLessThan(1e-4);
    }

    /** What is dropped is drawn at random, by each in its own way. */
    private static Network withoutDropout(Network network) {
        return new Network(
                network.input(),
                network.nodes().stream()
                        .map(node -> node.layer() instanceof Dropout
                                ? new Node(node.name(), new Identity(), node.inputs())
                                : node)
                        .toList());
    }

    private static double distance(ComputationGraph ours, ComputationGraph dl4js) {
        double difference = 0;
        double size = 0;
        for (ParameterSpan span : ParameterSpan.of(ours)) {
            for (int i = span.from(); i < span.from() + span.length() && span.kind() != Kind.STATISTIC; i++) {
                double expected = dl4js.getFlattenedGradients().getDouble(i);
                double distance = ours.getFlattenedGradients().getDouble(i) - expected;
                difference += distance * distance;
                size += expected * expected;
            }
        }
        return Math.sqrt(difference / Math.max(size, 1e-12));
    }

    private record Run(ComputationGraph graph) {

        Run(Network network, LayerKinds kinds, long seed) {
            this(NetworkGraph.of(network, kinds, new NoOp(), seed));
            GraphFixture.disturb(graph, seed);
            INDArray samples = GraphFixture.samples(network.input(), BATCH, seed);
            graph.setInputs(samples);
            graph.setLabels(GraphFixture.labels(BATCH, CLASSES, seed));
            graph.computeGradientAndScore();
        }

        double loss() {
            return graph.score();
        }
    }
}
