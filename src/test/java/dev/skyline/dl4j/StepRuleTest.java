package dev.skyline.dl4j;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.NesterovsUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Our gradient methods against ND4J's. */
class StepRuleTest {

    private static final int SIZE = 5;
    private static final int STEPS = 20;
    private static final double RATE = 0.05;

    @Test
    void adamMovesWeightsAsNd4jsAdamDoes() {
        requireSameWay(
                new Adam(), new AdamUpdater(new org.nd4j.linalg.learning.config.Adam(RATE)), Nd4j.zeros(1, 2 * SIZE));
    }

    @Test
    void nesterovMovesWeightsAsNd4jsNesterovsDoes() {
        requireSameWay(new Nesterov(), new NesterovsUpdater(new Nesterovs(RATE, 0.9)), Nd4j.zeros(1, SIZE));
    }

    private static void requireSameWay(StepRule rule, GradientUpdater<?> nd4js, INDArray memory) {
        nd4js.setStateViewArray(memory, new long[] {1, SIZE}, 'c', true);
        float[] weights = {1, -2, 3, 0, 0.5f};
        INDArray expected = Nd4j.createFromArray(weights.clone()).reshape(1, SIZE);
        float[][] state = new float[rule.states()][SIZE];
        for (int step = 0; step < STEPS; step++) {
            float[] gradient = gradient(weights, step);
            INDArray move = Nd4j.createFromArray(gradient(expected.data().asFloat(), step))
                    .reshape(1, SIZE);
            rule.begin(RATE);
            rule.move(weights, gradient, state, SIZE);
            nd4js.applyUpdater(move, step, 0);
            expected.subi(move);
        }
        for (int i = 0; i < SIZE; i++) {
            assertThat((double) weights[i]).as("weight %d", i).isCloseTo(expected.getDouble(i), within(1e-4));
        }
    }

    /** Of a parabola that moves. */
    private static float[] gradient(float[] weights, int step) {
        float[] gradient = new float[weights.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) (weights[i] - Math.sin(step + i));
        }
        return gradient;
    }
}
