package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class AshaTest extends EffortTest {

    @Override
    protected String id() {
        return "asha";
    }

    @Test
    void everyThirdResultLetsOneClimb() {
        EffortBench bench = EffortBench.toy(Toy.ONE, 9);

        assertThat(schedule(bench.strategy("asha", Map.of()), bench, 13)).isEqualTo("3@1 1@3 3@1 1@3 3@1 1@3 1@9");
    }

    /**
     * Algorithm 2 of Li et al. 2020, read literally, at every step of searches with any number of workers and any order of
     * their results: the highest rung that has one of its best third not promoted promotes one, else a new one begins. So
     * no worker ever waits.
     */
    @Test
    void itPromotesAtOnceWhateverTheOrderOfResults() {
        for (int seed = 0; seed < 30; seed++) {
            EffortBench bench = EffortBench.toy(Toy.ONE, 27);
            int workers = new SplittableRandom(seed).nextInt(1, 20);
            bench.run(bench.strategy("asha", Map.of()), 120, workers, seed);

            for (Trial trial : bench.byNumber()) {
                assertThat(trial.fidelity().epochs()).isEqualTo(expected(bench, trial));
                trial.parent()
                        .ifPresent(parent -> assertThat(promotable(
                                        bench, trial, trial.fidelity().epochs() / 3))
                                .contains(parent));
            }
        }
    }

    private static int expected(EffortBench bench, Trial trial) {
        return List.of(9, 3, 1).stream()
                .filter(epochs -> !promotable(bench, trial, epochs).isEmpty())
                .findFirst()
                .map(epochs -> 3 * epochs)
                .orElse(1);
    }

    /** Of equal ones those recorded first. */
    private static List<Integer> promotable(EffortBench bench, Trial proposed, int epochs) {
        List<Trial> rung = bench.before(proposed).recorded().stream()
                .filter(trial -> trial.fidelity().epochs() == epochs)
                .sorted(Comparator.comparing(trial -> -accuracy(trial)))
                .toList();
        Set<Integer> promoted = bench.byNumber().stream()
                .filter(trial ->
                        trial.number() < proposed.number() && trial.parent().isPresent())
                .map(trial -> trial.parent().getAsInt())
                .collect(Collectors.toSet());
        return rung.stream()
                .limit(rung.size() / 3)
                .map(Trial::number)
                .filter(number -> !promoted.contains(number))
                .toList();
    }

    private static double accuracy(Trial trial) {
        return trial.measurements().value(Toy.ACCURACY).orElseThrow();
    }
}
