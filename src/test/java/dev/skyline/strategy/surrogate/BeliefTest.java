package dev.skyline.strategy.surrogate;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

class BeliefTest {

    private static final Gaussian BELIEF = new Gaussian(1, 0.5);

    /** The mean of a million draws has a standard error of 0.0005 at most. */
    @Test
    void theExpectedImprovementIsTheMeanOfWhatDrawsImprove() {
        for (double best : new double[] {-0.5, 0.8, 1, 2.5}) {
            SplittableRandom random = new SplittableRandom(3);
            double mean = DoubleStream.generate(() -> Math.max(0, best - BELIEF.sample(random)))
                    .limit(1_000_000)
                    .average()
                    .orElseThrow();
            assertThat(BELIEF.expectedImprovement(best)).isCloseTo(mean, within(0.0025));
        }
    }

    @Test
    void aCertainValueImprovesByWhatItLiesBelow() {
        Gaussian certain = new Gaussian(1, 0);

        assertThat(certain.expectedImprovement(3)).isEqualTo(2);
        assertThat(certain.expectedImprovement(0.5)).isZero();
        assertThat(certain.atMost(1)).isEqualTo(1);
        assertThat(certain.atMost(0.99)).isZero();
        assertThat(certain.sample(new SplittableRandom(1))).isEqualTo(1);
    }

    @Test
    void theNormalDistributionHasItsTabulatedValues() {
        assertThat(BELIEF.atMost(1)).isCloseTo(0.5, within(1e-12));
        assertThat(BELIEF.atMost(2)).isCloseTo(0.977249868051821, within(1e-12));
        assertThat(BELIEF.atMost(-3)).isCloseTo(6.220960574271785e-16, within(1e-23));
    }

    /** Jones, Schonlau and Welch 1998, equation 15, with Apache Commons' distribution. */
    @Test
    void theExpectedImprovementIsThatOfItsFormula() {
        NormalDistribution normal = new NormalDistribution();
        for (double z = -7; z < 12; z += 0.37) {
            double exact = 2 * (z * normal.cumulativeProbability(z) + normal.density(z));
            assertThat(new Gaussian(3, 2).expectedImprovement(3 + 2 * z)).isCloseTo(exact, withinPercentage(0.02));
        }
        assertThat(new Gaussian(3, 2).expectedImprovement(Double.NEGATIVE_INFINITY))
                .isZero();
        assertThat(Gaussian.exactly(3).expectedImprovement(4)).isEqualTo(1);
    }

    @Test
    void constraintsMustHoldAllTogether() {
        Belief belief = new Belief(List.of(BELIEF), List.of(new Gaussian(0, 1), new Gaussian(0, 2)));
        SplittableRandom random = new SplittableRandom(5);
        long feasible = DoubleStream.generate(() -> belief.sample(random).violation())
                .limit(100_000)
                .filter(violation -> violation == 0)
                .count();

        assertThat(belief.feasibility()).isCloseTo(0.25, within(1e-12));
        assertThat(feasible / 1e5).isCloseTo(0.25, within(0.007));
    }
}
