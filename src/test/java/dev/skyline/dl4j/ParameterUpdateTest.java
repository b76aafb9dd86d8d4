package dev.skyline.dl4j;

import dev.skyline.dl4j.ParameterSpan.Kind;
import dev.skyline.dl4j.layer.FastLayers;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ParameterUpdateTest {

    private static final double RATE = 0.5;
    private static final double DECAY = 0.1;
    private static final int BATCH = 4;

    private final ComputationGraph graph =
            NetworkGraph.of(TestNetworks.cells(6, 3, 2), new FastLayers(), new NoOp(), 1);

    /** Moves by the gradient alone. */
    private static final class Descent implements StepRule {

        private float rate;

        @Override
        public int states() {
            return 0;
        }

        @Override
        public void begin(double learningRate) {
            rate = (float) learningRate;
        }

        @Override
        public void move(float[] weights, float[] gradient, float[][] state, int size) {
            for (int i = 0; i < size; i++) {
                weights[i] -= rate * gradient[i];
            }
        }
    }

    @BeforeEach
    void giveGradients() {
        graph.initGradientsView();
        graph.getFlattenedGradients().assign(1);
        graph.params().assign(2);
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void spansCoverAllParametersInOrder() {
        List<ParameterSpan> spans = ParameterSpan.of(graph);
        int next = 0;
        for (ParameterSpan span : spans) {
            assertThat(span.from()).isEqualTo(next);
            next += span.length();
        }
        assertThat(next).isEqualTo(graph.numParams());
        assertThat(spans).extracting(ParameterSpan::kind).contains(Kind.KERNEL, Kind.OFFSET, Kind.STATISTIC);
    }

    @Test
    void kernelsDecayOffsetsDoNotAndStatisticsMoveByTheirSteps() {
        try (ParameterUpdate update = new ParameterUpdate(graph, new Descent(), DECAY)) {
            update.apply(RATE, BATCH);
        }
        INDArray parameters = graph.params();
        for (ParameterSpan span : ParameterSpan.of(graph)) {
            double expected = switch (span.kind()) {
                case KERNEL -> 2 - RATE * (1.0 / BATCH + DECAY * 2);
                case OFFSET -> 2 - RATE / BATCH;
                case STATISTIC -> 2 - 1;
            };
            for (int i = span.from(); i < span.from() + span.length(); i++) {
                assertThat(parameters.getDouble(i)).as("%s", span).isCloseTo(expected, within(1e-6));
            }
        }
    }
}
