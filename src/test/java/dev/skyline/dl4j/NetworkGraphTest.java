package dev.skyline.dl4j;

import dev.skyline.dl4j.layer.FastLayers;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.RandomNetworks;
import dev.skyline.network.ReferenceNetwork;
import dev.skyline.network.Weights;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A graph computes what its network says, and gives its weights in the documented layouts. */
class NetworkGraphTest {

    private static final int NETWORKS = 60;
    private static final int SAMPLES = 3;

    @Test
    void randomNetworksComputeWhatTheReferenceComputesFromTheirWeights() {
        LongStream.rangeClosed(1, NETWORKS).forEach(seed -> requireReference(RandomNetworks.ofImages(seed, 5), seed));
        LongStream.rangeClosed(1, 10).forEach(seed -> requireReference(RandomNetworks.ofTables(seed, 3), seed));
    }

    @Test
    void everyKindOfLayerOccursInThem() {
        Set<Class<?>> kinds = LongStream.rangeClosed(1, NETWORKS)
                .mapToObj(seed -> RandomNetworks.ofImages(seed, 5).withoutDeadNodes())
                .flatMap(network -> network.nodes().stream())
                .map(Node::layer)
                .map(Object::getClass)
                .collect(Collectors.toSet());
        assertThat(kinds).hasSize(dev.skyline.network.Layer.class.getPermittedSubclasses().length);
    }

    private static void requireReference(Network whole, long seed) {
        Network network = whole.withoutDeadNodes();
        ComputationGraph graph = NetworkGraph.of(network, new FastLayers(), new NoOp(), seed);
        GraphFixture.disturb(graph, seed);
        Weights weights = WeightsOfGraph.read(network, graph);
        INDArray samples = GraphFixture.samples(network.input(), SAMPLES, seed);
        INDArray outputs = graph.outputSingle(samples);
        for (int i = 0; i < SAMPLES; i++) {
            float[] sample = samples.slice(i).dup('c').data().asFloat();
            double[] expected = ReferenceNetwork.output(network, weights, sample);
            for (int c = 0; c < expected.length; c++) {
                assertThat(outputs.getDouble(i, c)).as("network %d", seed).isCloseTo(expected[c], within(1e-5));
            }
        }
    }
}
