package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class HyperbandTest extends EffortTest {

    @Override
    protected String id() {
        return "hyperband";
    }

    /** Table 1 of Li et al. 2018, as a search runs it, and then from the beginning; the last two brackets end alike. */
    @Test
    void aSearchRunsThePublishedBrackets() {
        EffortBench bench = EffortBench.toy(Toy.ONE, 81);

        assertThat(schedule(bench.strategy("hyperband", Map.of()), bench, 187 + 100))
                .isEqualTo("81@1 27@3 9@9 3@27 1@81 27@3 9@9 3@27 1@81 9@9 3@27 1@81 6@27 7@81 81@1 19@3");
    }

    @Test
    void theBestOfARungArePromotedOnceAllOfItIsRecorded() {
        EffortBench bench = EffortBench.toy(Toy.ONE, 81);
        List<Trial> trials =
                bench.run(bench.strategy("hyperband", Map.of()), 108, 1, 1).byNumber();
        List<Integer> best = trials.subList(0, 81).stream()
                .sorted(Comparator.comparing(
                        trial -> -trial.measurements().value(Toy.ACCURACY).orElseThrow()))
                .map(Trial::number)
                .toList();

        double least = accuracy(trials.get(best.get(26) - 1));
        assertThat(trials.subList(81, 108))
                .allMatch(trial -> accuracy(trials.get(trial.parent().getAsInt() - 1)) >= least);
    }

    /** While the last trials of a rung run, others begin the next bracket; the order of brackets stays. */
    @Test
    void whereManyRunAtOnceNoneWaitsAndEveryBracketGetsItsTrials() {
        for (int seed = 0; seed < 5; seed++) {
            EffortBench bench = EffortBench.toy(Toy.ONE, 81);
            Map<Integer, Long> fresh =
                    bench.run(bench.strategy("hyperband", Map.of()), 600, 10, seed).byNumber().stream()
                            .filter(trial -> trial.parent().isEmpty())
                            .limit(128)
                            .collect(Collectors.groupingBy(
                                    trial -> trial.fidelity().epochs(), Collectors.counting()));

            assertThat(fresh).isEqualTo(Map.of(1, 81L, 3, 27L, 9, 9L, 27, 6L, 81, 5L));
        }
    }

    private static double accuracy(Trial trial) {
        return trial.measurements().value(Toy.ACCURACY).orElseThrow();
    }
}
