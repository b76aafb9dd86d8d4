package dev.skyline.strategy.fidelity;

import dev.skyline.metric.Fidelity;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class LadderTest {

    private static Ladder ladder(Map<String, Object> settings, Fidelity full) {
        return Ladder.of(Hyperband.PLUGIN.settings(settings), full);
    }

    private static List<Integer> epochs(Map<String, Object> settings, int full) {
        return ladder(settings, Fidelity.epochs(full)).rungs().stream()
                .map(Fidelity::epochs)
                .toList();
    }

    @Test
    void rungsGoDownFromTheFullEffortByEta() {
        assertThat(epochs(Map.of(), 81)).containsExactly(1, 3, 9, 27, 81);
        assertThat(epochs(Map.of("eta", 4, "minEpochs", 2), 100)).containsExactly(6, 25, 100);
        assertThat(epochs(Map.of(), 5)).containsExactly(2, 5);
        assertThat(epochs(Map.of(), 1)).containsExactly(1);
    }

    /** Naive floating point finds the logarithm of 243 to be below 5, and so loses a rung. */
    @Test
    void noPowerOfEtaLosesARung() {
        for (int eta = 2; eta <= 10; eta++) {
            for (int power = 0; Math.pow(eta, power) <= 1_000_000; power++) {
                assertThat(epochs(Map.of("eta", eta), (int) Math.pow(eta, power)))
                        .hasSize(power + 1);
            }
        }
        assertThat(epochs(Map.of(), 243)).containsExactly(1, 3, 9, 27, 81, 243);
    }

    @Test
    void dataMayBeSavedInsteadOfEpochs() {
        Ladder ladder = ladder(Map.of("resource", "data-fraction", "minDataFraction", 0.2), new Fidelity(7, 0.9));

        assertThat(ladder.rungs()).extracting(Fidelity::epochs).containsExactly(7, 7);
        assertThat(ladder.rungs().get(0).dataFraction()).isCloseTo(0.3, within(1e-12));
        assertThat(ladder.rungs().get(1).dataFraction()).isEqualTo(0.9);
    }

    @Test
    void rungsMayBeGivenAsATableHasThem() {
        assertThat(epochs(Map.of("rungs", List.of(12)), 200)).containsExactly(12, 200);
        assertRefused("rungs", Map.of("rungs", List.of(12, 200)), 200);
        assertRefused("rungs", Map.of("rungs", List.of(20, 12)), 200);
    }

    @Test
    void aLowestRungAboveTheFullEffortIsRefused() {
        assertRefused("minEpochs", Map.of("minEpochs", 6), 5);
        assertThatThrownBy(
                        () -> ladder(Map.of("resource", "data-fraction", "minDataFraction", 0.6), new Fidelity(1, 0.5)))
                .isInstanceOf(InvalidSettings.class);
    }

    private static void assertRefused(String field, Map<String, Object> settings, int full) {
        assertThatThrownBy(() -> epochs(settings, full))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::field)
                                .containsExactly(field));
    }
}
