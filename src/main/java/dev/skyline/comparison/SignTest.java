package dev.skyline.comparison;

import org.apache.commons.math3.distribution.BinomialDistribution;

/** The sign test of pairs: how likely it is that wins and losses differ so much by chance alone. */
final class SignTest {

    private SignTest() {}

    /**
     * Two-sided and exact; ties are left out.
     *
     * @return probability in (0, 1]; 1 where there is no pair
     */
    static double p(int wins, int losses) {
        BinomialDistribution byChance = new BinomialDistribution(wins + losses, 0.5);
        return Math.min(1, 2 * byChance.cumulativeProbability(Math.min(wins, losses)));
    }
}
