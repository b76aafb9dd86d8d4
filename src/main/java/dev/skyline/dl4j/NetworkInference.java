package dev.skyline.dl4j;

import dev.skyline.dl4j.layer.FastLayers;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Inference of one batch size by the graph that is trained, on one thread: what the network costs where DL4J runs it.
 * Random weights take as long as trained ones. Holds native memory until closed.
 */
public final class NetworkInference implements AutoCloseable {

    private static final long SEED = 1;

    private final ComputationGraph graph;
    private final INDArray input;

    /**
     * @param memoryBound bytes of native memory that it may take
     * @throws MeasurementFailed {@code OutOfMemory} where it would take more, {@code ModelRefused} where DL4J has no use
     *     for the network
     */
    public NetworkInference(Network network, int batchSize, long memoryBound) {
        Network deployed = network.withoutDeadNodes();
        if (MemoryEstimate.of(deployed, batchSize) > memoryBound) {
            throw new MeasurementFailed("OutOfMemory", "a batch of " + batchSize + " would take too much memory");
        }
        try {
            this.graph = NetworkGraph.of(deployed, new FastLayers(), new NoOp(), SEED);
        } catch (RuntimeException e) {
            throw refused(e);
        }
        this.input = Nd4j.rand(DataType.FLOAT, sizes(deployed.input(), batchSize));
    }

    private static long[] sizes(Shape shape, int batchSize) {
        return shape instanceof Shape.Image image
                ? new long[] {batchSize, image.channels(), image.height(), image.width()}
                : new long[] {batchSize, shape.elements()};
    }

    /** @throws MeasurementFailed {@code ModelRefused} where DL4J cannot run the network */
    public void run() {
        try {
            graph.outputSingle(input).close();
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    private static MeasurementFailed refused(RuntimeException e) {
        MeasurementFailed failed = new MeasurementFailed("ModelRefused", "DL4J refuses the network: " + e.getMessage());
        failed.initCause(e);
        return failed;
    }

    @Override
    public void close() {
        input.close();
        graph.close();
        Nd4j.getMemoryManager().setCurrentWorkspace(null);
    }
}
