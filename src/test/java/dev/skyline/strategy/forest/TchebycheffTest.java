package dev.skyline.strategy.forest;

import dev.skyline.strategy.surrogate.Observation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TchebycheffTest {

    private static final Tchebycheff FUNCTION =
            new Tchebycheff(new double[] {0.25, 0.75}, new double[] {-0.9, 2}, new double[] {0.4, 10});

    @Test
    void itIsTheGreatestWeightedObjectiveAndATwentiethOfTheirSum() {
        // Scaled: 0.5 and 0.3; weighted: 0.125 and 0.225.
        assertThat(FUNCTION.applyAsDouble(observation(-0.7, 5))).isCloseTo(0.225 + 0.05 * 0.35, within(1e-12));
    }

    @Test
    void whatIsDominatedIsWorse() {
        assertThat(FUNCTION.applyAsDouble(observation(-0.7, 5)))
                .isLessThan(FUNCTION.applyAsDouble(observation(-0.69, 5)));
    }

    @Test
    void failuresAreWorstAndTheUnknownUnknown() {
        assertThat(FUNCTION.applyAsDouble(observation(Double.NaN, Double.NaN))).isInfinite();
        assertThat(FUNCTION.applyAsDouble(
                        new Observation(null, 1, new double[0], new double[] {Double.NaN, 3}, new double[] {0.5})))
                .isNaN();
    }

    private static Observation observation(double... objectives) {
        return new Observation(null, 1, new double[0], objectives, new double[0]);
    }
}
