package dev.skyline.hardware.predictor;

import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RidgeTest {

    private static final double[] WEIGHTS = {2, -1, 0.5, 7};

    private final double[][] rows = new double[200][3];
    private final double[] values = new double[200];

    RidgeTest() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < rows.length; i++) {
            values[i] = WEIGHTS[3];
            for (int j = 0; j < 3; j++) {
                rows[i][j] = random.nextGaussian();
                values[i] += WEIGHTS[j] * rows[i][j];
            }
        }
    }

    @Test
    void weightsOfASumAreFound() {
        assertThat(Ridge.fit(rows, 3, values, 1e-9).weights()).containsExactly(WEIGHTS, within(1e-6));
    }

    @Test
    void aHighPenaltyLeavesTheMean() {
        assertThat(Ridge.fit(rows, 3, values, 1e9).predict(new double[] {5, 5, 5}))
                .isCloseTo(Numbers.mean(values), within(1e-6));
    }

    @Test
    void disturbedValuesPullTheRobustFitLess() {
        for (int i = 0; i < rows.length; i += 10) {
            values[i] += 50;
        }
        double robust = Ridge.fitRobustly(rows, 3, values, 1e-9).weights()[3];
        double squared = Ridge.fit(rows, 3, values, 1e-9).weights()[3];
        assertThat(robust - WEIGHTS[3]).isBetween(0.0, 0.5);
        assertThat(squared - WEIGHTS[3]).isGreaterThan(4);
    }
}
