package dev.skyline.dl4j;

import dev.skyline.estimator.TrainingSettings.Schedule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LearningRateTest {

    @Test
    void constantStaysWhereItStarts() {
        LearningRate rate = new LearningRate(Schedule.CONSTANT, 0.1, 100);
        assertThat(rate.at(0)).isEqualTo(0.1);
        assertThat(rate.at(99)).isEqualTo(0.1);
    }

    @Test
    void cosineFallsFromTheFullStepOverHalfOfItTowardsZero() {
        LearningRate rate = new LearningRate(Schedule.COSINE, 0.1, 100);
        assertThat(rate.at(0)).isEqualTo(0.1);
        assertThat(rate.at(50)).isCloseTo(0.05, within(1e-12));
        assertThat(rate.at(99)).isPositive().isLessThan(0.0001);
    }

    @Test
    void stepsFallToATenthHalfWayAndToAHundredthForTheLastQuarter() {
        LearningRate rate = new LearningRate(Schedule.STEP, 0.1, 100);
        assertThat(rate.at(49)).isEqualTo(0.1);
        assertThat(rate.at(50)).isCloseTo(0.01, within(1e-12));
        assertThat(rate.at(74)).isCloseTo(0.01, within(1e-12));
        assertThat(rate.at(75)).isCloseTo(0.001, within(1e-12));
    }
}
