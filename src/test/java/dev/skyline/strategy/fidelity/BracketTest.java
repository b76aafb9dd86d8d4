package dev.skyline.strategy.fidelity;

import dev.skyline.metric.Fidelity;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class BracketTest {

    private static Ladder ladder(int full) {
        return Ladder.of(Hyperband.PLUGIN.settings(Map.of()), Fidelity.epochs(full));
    }

    /** Table 1 of Li et al. 2018. */
    @Test
    void theBracketsOfHyperbandAreThePublishedOnes() {
        assertThat(Bracket.hyperband(ladder(81)))
                .containsExactly(
                        new Bracket(0, List.of(81, 27, 9, 3, 1)),
                        new Bracket(1, List.of(27, 9, 3, 1)),
                        new Bracket(2, List.of(9, 3, 1)),
                        new Bracket(3, List.of(6, 2)),
                        new Bracket(4, List.of(5)));
    }

    @Test
    void noBracketIsLostWhereTheLogarithmIsNotExact() {
        assertThat(Bracket.hyperband(ladder(243)))
                .extracting(bracket -> bracket.trials().get(0))
                .containsExactly(243, 81, 27, 18, 9, 6);
    }

    @Test
    void atLeastOneTrialClimbs() {
        assertThat(Bracket.of(ladder(27), 0, 5).trials()).containsExactly(5, 1, 1, 1);
    }
}
