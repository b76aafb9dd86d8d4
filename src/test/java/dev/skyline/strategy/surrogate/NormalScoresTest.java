package dev.skyline.strategy.surrogate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NormalScoresTest {

    private final NormalScores scores = new NormalScores(new double[] {3, 1, Double.POSITIVE_INFINITY, 2, 3});

    @Test
    void theyAreNormalQuantilesOfTheRanks() {
        assertThat(scores.of(1)).isCloseTo(-0.967421566101701, within(1e-9));
        assertThat(scores.of(2)).isCloseTo(-0.430727299295457, within(1e-9));
        assertThat(scores.of(3)).isCloseTo(0.210428394247925, within(1e-9));
        assertThat(scores.of(Double.POSITIVE_INFINITY)).isCloseTo(0.967421566101701, within(1e-9));
    }

    @Test
    void aValueBetweenHasAScoreBetween() {
        assertThat(scores.of(2.5)).isStrictlyBetween(scores.of(2), scores.of(3));
        assertThat(scores.of(0)).isLessThan(scores.of(1)).isFinite();
        assertThat(scores.of(1e9)).isStrictlyBetween(scores.of(3), scores.of(Double.POSITIVE_INFINITY));
    }
}
