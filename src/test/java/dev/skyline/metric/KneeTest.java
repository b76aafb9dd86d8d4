package dev.skyline.metric;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class KneeTest {

    @Test
    void ofAHyperbolaItIsTheMiddle() {
        List<double[]> front = curve(x -> 1 / x);

        assertThat(front.get(Knee.of(front).orElseThrow())).containsExactly(1, 1);
    }

    @Test
    void theUnitsOfTheObjectivesDoNotMatter() {
        List<double[]> front = curve(x -> 1 / x);
        List<double[]> scaled = front.stream()
                .map(v -> new double[] {1e6 * v[0] - 3, v[1] / 1e3})
                .toList();

        assertThat(Knee.of(scaled)).isEqualTo(Knee.of(front));
    }

    @Test
    void ofThreeObjectivesItIsTheOneNearestToAllIdealsAtOnce() {
        List<double[]> front = List.of(
                new double[] {0, 1, 1},
                new double[] {1, 0, 1},
                new double[] {1, 1, 0},
                new double[] {0.2, 0.3, 0.2},
                new double[] {0.3, 0.2, 0.3});

        assertThat(Knee.of(front)).hasValue(3);
    }

    @Test
    void aFrontThatNowhereBendsInwardsHasNone() {
        assertThat(Knee.of(curve(x -> 5 - x))).isEmpty();
        assertThat(Knee.of(curve(x -> 30 - x * x))).isEmpty();
        assertThat(Knee.of(List.of())).isEmpty();
    }

    @Test
    void aSingleSolutionIsItsOwn() {
        assertThat(Knee.of(List.of(new double[] {3, 4}))).hasValue(0);
    }

    private static List<double[]> curve(DoubleUnaryOperator y) {
        return IntStream.rangeClosed(1, 16)
                .mapToDouble(i -> i / 4.0)
                .mapToObj(x -> new double[] {x, y.applyAsDouble(x)})
                .toList();
    }
}
