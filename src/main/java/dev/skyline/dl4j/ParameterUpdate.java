package dev.skyline.dl4j;

import dev.skyline.dl4j.ParameterSpan.Kind;
import dev.skyline.dl4j.layer.Floats;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Moves a graph's parameters by their gradients. Takes the place of DL4J's updaters, which call the native library some
 * ten times for each layer: this is one pass over the parameter vector, in pieces that fit the first-level cache.
 */
final class ParameterUpdate implements AutoCloseable {

    private static final int PIECE = 2048;

    private final StepRule rule;
    private final float weightDecay;
    private final List<ParameterSpan> spans;
    private final FloatBuffer parameters;
    private final FloatBuffer gradients;
    private final INDArray[] memory;
    private final FloatBuffer[] states;
    private final float[] w = new float[PIECE];
    private final float[] g = new float[PIECE];
    private final float[][] s;

    /** @param weightDecay share of a kernel that is added to its gradient */
    ParameterUpdate(ComputationGraph graph, StepRule rule, double weightDecay) {
        this.rule = rule;
        this.weightDecay = (float) weightDecay;
        this.spans = ParameterSpan.of(graph);
        this.parameters = Floats.of(graph.params());
        this.gradients = Floats.of(graph.getFlattenedGradients());
        this.memory = new INDArray[rule.states()];
        this.states = new FloatBuffer[rule.states()];
        this.s = new float[rule.states()][PIECE];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = Nd4j.zeros(DataType.FLOAT, parameters.limit());
            states[i] = Floats.of(memory[i]);
        }
    }

    /** @param batchSize samples that the gradients are sums over */
    void apply(double learningRate, int batchSize) {
        rule.begin(learningRate);
        float share = 1f / batchSize;
        for (ParameterSpan span : spans) {
            int end = span.from() + span.length();
            for (int at = span.from(), size; at < end; at += size) {
                size = Math.min(PIECE, end - at);
                parameters.get(at, w, 0, size);
                gradients.get(at, g, 0, size);
                if (span.kind() == Kind.STATISTIC) {
                    subtract(w, g, size);
                } else {
                    average(g, share, w, span.kind() == Kind.KERNEL ? weightDecay : 0, size);
                    move(at, size);
                }
                parameters.put(at, w, 0, size);
            }
        }
    }

    private void move(int at, int size) {
        for (int i = 0; i < s.length; i++) {
            states[i].get(at, s[i], 0, size);
        }
        rule.move(w, g, s, size);
        for (int i = 0; i < s.length; i++) {
            states[i].put(at, s[i], 0, size);
        }
    }

    private static void subtract(float[] weights, float[] steps, int size) {
        for (int i = 0; i < size; i++) {
            weights[i] -= steps[i];
        }
    }

    private static void average(float[] gradient, float share, float[] weights, float decay, int size) {
        for (int i = 0; i < size; i++) {
            gradient[i] = share * gradient[i] + decay * weights[i];
        }
    }

    @Override
    public void close() {
        for (INDArray state : memory) {
            state.close();
        }
    }
}
