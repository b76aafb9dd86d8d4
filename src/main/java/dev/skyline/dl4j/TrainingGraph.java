package dev.skyline.dl4j;

import dev.skyline.dl4j.MiniBatches.MiniBatch;
import dev.skyline.dl4j.layer.FastLayers;
import dev.skyline.dl4j.layer.Floats;
import dev.skyline.estimator.EstimationFailed;
import dev.skyline.network.Network;
import dev.skyline.network.Weights;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

import java.util.function.Supplier;

/** The computation graph in training: what it is asked, with DL4J's failures as {@link EstimationFailed}. */
final class TrainingGraph implements AutoCloseable {

    private final Network network;
    private final ComputationGraph graph;
    private final INDArray best;

    /** @param network without dead nodes */
    TrainingGraph(Network network, long seed) {
        this.network = network;
        this.graph = attempt(() -> {
            ComputationGraph built = NetworkGraph.of(network, new FastLayers(), new NoOp(), seed);
            built.initGradientsView();
            return built;
        });
        this.best = graph.params().dup();
    }

    ParameterUpdate updatedBy(StepRule rule, double weightDecay) {
        return new ParameterUpdate(graph, rule, weightDecay);
    }

    /** Computes the gradients, summed over the batch; gives the mean loss in nats. */
    double backpropagate(MiniBatch batch) {
        return attempt(() -> {
            graph.setInputs(batch.features());
            graph.setLabels(batch.labels());
            graph.computeGradientAndScore();
            return graph.score();
        });
    }

    /** Probabilities [sample][class]. */
    float[] probabilities(MiniBatch batch) {
        return attempt(() -> {
            INDArray output = graph.outputSingle(batch.features());
            float[] values = new float[(int) output.length()];
            Floats.of(output).get(values);
            output.close();
            return values;
        });
    }

    /** Remembers the weights as they are. */
    void keep() {
        best.assign(graph.params());
    }

    /** Goes back to the weights last kept. */
    void restore() {
        graph.params().assign(best);
    }

    Weights weights() {
        return WeightsOfGraph.read(network, graph);
    }

    private static <T> T attempt(Supplier<T> task) {
        try {
            return task.get();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof OutOfMemoryError full) {
                throw full;
            }
            throw refused(e);
        }
    }

    private static EstimationFailed refused(RuntimeException e) {
        EstimationFailed failed = new EstimationFailed("NetworkRefused", "DL4J refuses the network: " + e.getMessage());
        failed.initCause(e);
        return failed;
    }

    /** Frees native memory at once, also the thread's workspaces; without it resident memory doubles. */
    @Override
    public void close() {
        best.close();
        graph.close();
        Nd4j.getMemoryManager().setCurrentWorkspace(null);
    }
}
