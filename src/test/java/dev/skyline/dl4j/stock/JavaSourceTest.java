package dev.skyline.dl4j.stock;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.RandomNetworks;
import dev.skyline.network.RandomWeights;
import dev.skyline.network.Shape;
import dev.skyline.network.TrainedNetwork;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

import java.io.File;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The Java source compiles, and what it builds is what the zip holds. */
class JavaSourceTest {

    @TempDir
    private Path folder;

    static Stream<Network> networks() {
        List<Network> networks = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            networks.add(RandomNetworks.ofImages(seed, 3).withoutDeadNodes());
        }
        StockLayersTest.layers()
                .map(layer -> StockLayersTest.network(Shape.image(4, 9, 6), Network.INPUT, layer))
                .forEach(networks::add);
        return networks.stream();
    }

    /** All in one run of the compiler, which takes longer to start than to compile. */
    @Test
    void itBuildsTheConfigurationOfTheZip() throws Exception {
        List<Network> networks = networks().toList();
        for (int i = 0; i < networks.size(); i++) {
            StockFiles.write(networks.get(i), "Network" + i, folder);
        }
        StockFiles.compile(folder);
        try (URLClassLoader compiled = StockFiles.compiled(folder)) {
            for (int i = 0; i < networks.size(); i++) {
                Object built = compiled.loadClass("Network" + i)
                        .getMethod("configuration")
                        .invoke(null);
                assertThat(((ComputationGraphConfiguration) built).toJson())
                        .as("%s", networks.get(i).nodes())
                        .isEqualTo(
                                StockGraph.of(networks.get(i)).configuration().toJson());
            }
        }
    }

    @Test
    void withTheWeightsOfTheZipItGivesWhatTheZipGives() throws Exception {
        Network network = RandomNetworks.ofImages(3, 3).withoutDeadNodes();
        Path zip = StockFiles.zip(new TrainedNetwork(network, RandomWeights.of(network, 5)), folder);
        StockFiles.write(network, "Trained", folder);
        StockFiles.compile(folder);
        float[] samples = new float[Math.toIntExact(2 * network.input().elements())];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(i);
        }
        try (URLClassLoader compiled = StockFiles.compiled(folder)) {
            ComputationGraph graph = (ComputationGraph) compiled.loadClass("Trained")
                    .getMethod("trained", File.class)
                    .invoke(null, zip.toFile());
            long[] shape = {
                2,
                network.input().channels(),
                ((Shape.Image) network.input()).height(),
                ((Shape.Image) network.input()).width()
            };
            assertThat(graph.outputSingle(Nd4j.createFromArray(samples).reshape(shape))
                            .dup('c')
                            .data()
                            .asFloat())
                    .isEqualTo(StockModel.read(zip).probabilities(network, samples));
        }
    }

    @Test
    void aNetworkOfAThousandLayersIsNoMethodTooLong() throws Exception {
        List<Node> nodes = new ArrayList<>();
        String last = Network.INPUT;
        for (int i = 0; i < 1000; i++) {
            Layer layer = new Activation(Function.TANH);
            nodes.add(new Node("a layer with a rather long name, of which there are many: " + i, layer, List.of(last)));
            last = nodes.get(i).name();
        }
        nodes.add(new Node("scores", new Dense(2), List.of(last)));
        nodes.add(new Node("classes", new Softmax(), List.of("scores")));
        StockFiles.write(new Network(Shape.features(3), nodes), "Deep", folder);
        StockFiles.compile(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a\\", "a\\u0022", "line\nbreak", "\u00fcmlaut \u65e5\u672c", "tab\t", "*/"})
    void aNameStaysANameWhateverIsInIt(String name) throws Exception {
        Network network = new Network(
                Shape.features(3),
                List.of(
                        new Node(name, new Dense(2), List.of(Network.INPUT)),
                        new Node("classes", new Softmax(), List.of(name))));
        StockFiles.write(network, "Named", folder);
        StockFiles.compile(folder);
        try (URLClassLoader compiled = StockFiles.compiled(folder)) {
            Object built =
                    compiled.loadClass("Named").getMethod("configuration").invoke(null);
            assertThat(((ComputationGraphConfiguration) built).getVertices()).containsKey(name);
        }
    }

    @Test
    void bothRunWhereThereIsNothingOfSkyline() throws Exception {
        Network network = RandomNetworks.ofImages(4, 3).withoutDeadNodes();
        Path zip = StockFiles.zip(new TrainedNetwork(network, RandomWeights.of(network, 5)), folder);
        StockFiles.write(network, "Alone", folder);
        StockFiles.compile(folder);
        assertThat(StockFiles.classPath()).doesNotContain("skyline");
        assertThat(StockFiles.run(folder, "Alone", zip.toString())).contains("Total Parameters");
    }
}
