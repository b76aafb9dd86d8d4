package dev.skyline.metric;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProblemTest {

    private static final MetricKey BOARD = MetricKey.of(Metric.LATENCY, "board");
    private static final MetricKey HOST = MetricKey.of(Metric.LATENCY, "host");

    @Test
    void aLimitWithAConfidenceIsMissedByTheQuantileAndOneThatNothingIsKnownOfIsNot() {
        Problem problem = new Problem(
                List.of(Objective.of(MetricKey.of(Metric.ACCURACY))),
                List.of(
                        new Constraint(BOARD, OptionalDouble.of(10), OptionalDouble.empty(), OptionalDouble.of(0.975)),
                        Constraint.atMost(HOST, 1)));
        Measurements known = Measurements.of(Measurement.predicted(BOARD, 9.5, new Interval(9, 12)));

        assertThat(problem.violation(known)).isCloseTo(0.2, within(1e-9));
        assertThat(problem.violation(Measurements.none())).isZero();
        assertThat(problem.score(known)).isEmpty();
    }
}
