package dev.skyline.dl4j.stock;

import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Network;
import dev.skyline.network.NetworkDocument;
import dev.skyline.network.TrainedNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A trained network as DL4J loads it, {@code ModelSerializer.restoreComputationGraph}, with DL4J's own layers alone.
 * Holds native memory until closed; for one thread at a time.
 */
public final class StockModel {

    private static final int CHUNK = 64;

    private final ComputationGraph graph;

    private StockModel(ComputationGraph graph) {
        this.graph = graph;
    }

    /**
     * Writes the zip: configuration and parameters, no state of an updater. O(weights).
     *
     * @throws IllegalArgumentException where the network does not end in softmax, has one within, or weights are missing
     */
    public static void write(TrainedNetwork trained, Path zip) throws IOException {
        Network network = trained.network();
        if (!(network.output().layer() instanceof Softmax)) {
            throw new IllegalArgumentException("a classifier ends in softmax, not "
                    + NetworkDocument.typeName(network.output().layer()));
        }
        ComputationGraph graph = new ComputationGraph(StockGraph.of(network).configuration());
        graph.init();
        // Closing it would collect the garbage of the whole process; it is small, and collected in its time.
        StockWeights.set(trained, graph);
        ModelSerializer.writeModel(graph, zip.toFile(), false);
    }

    /** Loads a zip as anybody would. */
    public static StockModel read(Path zip) throws IOException {
        return new StockModel(ModelSerializer.restoreComputationGraph(zip.toFile(), false));
    }

    /**
     * Probabilities of each class for each sample: [sample][class], row-major.
     *
     * @param samples pre-processed values, one sample after the other
     * @param network whose zip this is, for the shape of a sample
     */
    public float[] probabilities(Network network, float[] samples) {
        long[] sample = NetworkDocument.writeShape(network.input()).stream()
                .mapToLong(size -> size)
                .toArray();
        int values = Math.toIntExact(network.input().elements());
        int count = samples.length / values;
        int classes = network.shape(network.output().name()).channels();
        float[] result = new float[count * classes];
        for (int from = 0; from < count; from += CHUNK) {
            int size = Math.min(CHUNK, count - from);
            float[] part = Arrays.copyOfRange(samples, from * values, (from + size) * values);
            long[] shape = LongStream.concat(LongStream.of(size), LongStream.of(sample))
                    .toArray();
            INDArray output = graph.outputSingle(Nd4j.createFromArray(part).reshape(shape));
            System.arraycopy(output.dup('c').data().asFloat(), 0, result, from * classes, size * classes);
        }
        return result;
    }
}
