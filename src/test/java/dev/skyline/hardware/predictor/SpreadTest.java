package dev.skyline.hardware.predictor;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SpreadTest {

    private static final int COUNT = 200;
    private static final double[] ROW = {};

    /** Of latencies between 1 and 50 ms that are told with errors of a size that may depend on them. */
    private static Spread.Learned learned(DoubleUnaryOperator size) {
        SplittableRandom random = new SplittableRandom(1);
        double[] predicted = random.doubles(COUNT, 1, 50).toArray();
        double[] millis = Arrays.stream(predicted)
                .map(each -> Math.max(0.01, each + size.applyAsDouble(each) * random.nextGaussian()))
                .toArray();
        return Spread.learn(new double[COUNT][0], millis, predicted, Scale.LINEAR, Folds.of(COUNT, 1), 1);
    }

    private static double halfWidth(Spread.Learned learned, double millis) {
        return learned.spread().around(ROW, millis).high() - millis;
    }

    @Test
    void whereErrorsGrowWithTheLatencyShortOnesGetNarrowIntervals() {
        Spread.Learned learned = learned(each -> 0.1 * each);
        assertThat(halfWidth(learned, 2)).isBetween(0.3, 0.5);
        assertThat(halfWidth(learned, 40)).isBetween(6.0, 10.0);
    }

    @Test
    void whereErrorsAreAlikeIntervalsAre() {
        Spread.Learned learned = learned(each -> 2);
        assertThat(halfWidth(learned, 2)).isBetween(3.0, 5.0).isCloseTo(halfWidth(learned, 40), within(1e-9));
        assertThat(learned.spread().around(ROW, 2).low()).isZero();
    }

    @Test
    void whatTheyWereLearnedFromLiesInThemAsOftenAsItShall() {
        Spread.Learned learned = learned(each -> 1 + 0.1 * each);
        assertThat(learned.outOfFold()).hasSize(COUNT);
        assertThat(halfWidth(learned, 40)).isGreaterThan(1.5 * halfWidth(learned, 2));
    }
}
