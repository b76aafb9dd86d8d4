package dev.skyline.metric;

import org.junit.jupiter.api.Test;

import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class IntervalTest {

    private static final MetricKey LATENCY = MetricKey.of(Metric.LATENCY, "board");

    private final Measurement ten = Measurement.predicted(LATENCY, 10, new Interval(9, 12));

    @Test
    void itsBoundsAreTheOuterFortieths() {
        assertThat(ten.quantile(0.975)).isCloseTo(12, within(1e-9));
        assertThat(ten.quantile(0.025)).isCloseTo(9, within(1e-9));
        assertThat(ten.quantile(0.5)).isCloseTo(10, within(1e-9));
        assertThat(ten.quantile(0.95)).isBetween(11.6, 11.7);
    }

    @Test
    void whatIsNotPredictedIsItsOwnQuantile() {
        assertThat(Measurement.of(LATENCY, 10, Measurement.Source.TABLE).quantile(0.99))
                .isEqualTo(10);
    }

    @Test
    void aChanceConstraintHoldsTheQuantileOnTheSideOfItsBound() {
        Constraint plain = Constraint.atMost(LATENCY, 11);
        Constraint sure =
                new Constraint(LATENCY, OptionalDouble.of(11), OptionalDouble.empty(), OptionalDouble.of(0.95));
        assertThat(plain.isMetBy(ten)).isTrue();
        assertThat(sure.isMetBy(ten)).isFalse();
        assertThat(sure.violation(ten)).isCloseTo((sure.decisive(ten) - 11) / 11, within(1e-12));

        Constraint least =
                new Constraint(LATENCY, OptionalDouble.empty(), OptionalDouble.of(9.5), OptionalDouble.of(0.95));
        assertThat(least.decisive(ten)).isLessThan(9.5);
        assertThat(least.isMetBy(ten)).isFalse();
        assertThat(least).hasToString("9.5 ≤ latency@board with confidence 0.95");
    }

    @Test
    void ofTwoBoundsTheOneThatIsMissedMostDecides() {
        Constraint window =
                new Constraint(LATENCY, OptionalDouble.of(11), OptionalDouble.of(8), OptionalDouble.of(0.95));
        assertThat(window.decisive(ten)).isGreaterThan(11);
        assertThat(window.violation(ten)).isPositive();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("2.0 to 1.0");
        assertThatThrownBy(() -> new Interval(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Measurement.predicted(LATENCY, 13, new Interval(9, 12)))
                .hasMessageContaining("outside");
        for (double confidence : new double[] {0.3, 1, Double.NaN}) {
            assertThatThrownBy(() -> new Constraint(
                            LATENCY, OptionalDouble.of(11), OptionalDouble.empty(), OptionalDouble.of(confidence)))
                    .hasMessageContaining("[0.5, 1)");
        }
    }
}
