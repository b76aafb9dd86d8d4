package dev.skyline.comparison;

/** The sign test of pairs: how likely it is that wins and losses differ so much by chance alone. */
final class SignTest {

    private SignTest() {}

    /**
     * Two-sided and exact; ties are left out. O(wins + losses).
     *
     * @return probability in (0, 1]; 1 where there is no pair
     */
    static double p(int wins, int losses) {
        int pairs = wins + losses;
        double tail = 0;
        double term = Math.pow(0.5, pairs);
        for (int k = 0; k <= Math.min(wins, losses); k++) {
            tail += term;
            term = term * (pairs - k) / (k + 1);
        }
        return Math.min(1, 2 * tail);
    }
}
