package dev.skyline.strategy.fidelity;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One run of successive halving.
 *
 * @param lowest the rung on which it begins
 * @param trials how many trials it has on that rung and on each above
 */
record Bracket(int lowest, List<Integer> trials) {

    Bracket {
        trials = List.copyOf(trials);
    }

    /** A bracket that begins with {@code trials} trials; one in η of a rung, and at least one, climbs to the next. */
    static Bracket of(Ladder ladder, int lowest, int trials) {
        return new Bracket(
                lowest,
                IntStream.rangeClosed(0, ladder.top() - lowest)
                        .mapToObj(i -> Math.max(1, (int) (trials / power(ladder.eta(), i))))
                        .toList());
    }

    /**
     * The brackets of Hyperband, the most hurried first: {@code s} from the number of rungs below the full one down to 0,
     * with ⌊(s_max + 1) / (s + 1)⌋ η^s trials at 1/η^s of the full effort.
     */
    static List<Bracket> hyperband(Ladder ladder) {
        return IntStream.rangeClosed(0, ladder.top())
                .mapToObj(lowest -> {
                    int s = ladder.top() - lowest;
                    long trials = (ladder.top() + 1) / (s + 1) * power(ladder.eta(), s);
                    return of(ladder, lowest, (int) Math.min(Integer.MAX_VALUE, trials));
                })
                .toList();
    }

    private static long power(int base, int exponent) {
        return (long) Math.pow(base, exponent);
    }
}
