package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;
import dev.skyline.metric.Fidelity;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Regret (16 less the true value of the trial that did best with full effort) after what 100 full trials cost, on the
 * problem of Falkner et al. 2018, section 5.1.
 */
class CountingOnesTest {

    private static final Fidelity FULL = Fidelity.epochs(729);

    /** Of 30 searches. A standard error is below 0.2 for random search and Hyperband, and below 0.1 for BOHB. */
    @Test
    @Tag("figures")
    void theRegretsAreThoseOfIndependentReferenceCode() {
        double random = regret("random", Map.of(), 30);
        double hyperband = regret("hyperband", Map.of("minEpochs", 9), 30);
        double bohb = regret("bohb", Map.of("minEpochs", 9), 30);

        assertThat(random).isBetween(3.5, 4.3);
        assertThat(hyperband).isBetween(2.9, 3.5);
        assertThat(bohb).isLessThanOrEqualTo(1.2);
    }

    @Test
    void whatWasLearntIsWorthMoreThanWhatWasSaved() {
        double hyperband = regret("hyperband", Map.of("minEpochs", 9), 3);
        double bohb = regret("bohb", Map.of("minEpochs", 9), 3);

        assertThat(bohb).isLessThan(hyperband - 1);
    }

    private static double regret(String id, Map<String, Object> settings, int seeds) {
        double sum = 0;
        for (int seed = 0; seed < seeds; seed++) {
            EffortBench bench = new EffortBench(new CountingOnes(), Toy.ONE, FULL, CountingOnes::outcome);
            Trial best = bench.spend(bench.strategy(id, settings), 100L * FULL.epochs(), seed).recorded().stream()
                    .filter(trial -> trial.fidelity().equals(FULL))
                    .max(Comparator.comparing(
                            trial -> trial.measurements().value(Toy.ACCURACY).orElseThrow()))
                    .orElseThrow();
            sum += CountingOnes.BEST - CountingOnes.value(best.architecture());
        }
        return sum / seeds;
    }
}
