package dev.skyline.strategy.fidelity;

import dev.skyline.Benchmarks;
import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** On 30,001 cells of NAS-Bench-101 with 4 to 108 epochs, searches that may spend what 20 full trainings cost. */
class Nb101FidelityTest {

    private static final Fidelity FULL = Fidelity.epochs(108);
    private static final long BUDGET = 20 * 108;

    private static final Map<Architecture, Map<Integer, Double>> ACCURACIES = new HashMap<>();
    private static RowSpace space;

    @BeforeAll
    static void load() throws IOException {
        for (Map<String, String> row : Benchmarks.rows("nb101-30k.csv.gz")) {
            ACCURACIES
                    .computeIfAbsent(Architecture.of(row.get("architecture")), key -> new HashMap<>())
                    .put(Integer.valueOf(row.get("epochs")), Double.valueOf(row.get("accuracy")));
        }
        space = new RowSpace(ACCURACIES.keySet().stream()
                .sorted(Comparator.comparing(Architecture::text))
                .toList());
    }

    /** Random search with the same budget is 20 draws at full effort, whose best is known exactly. */
    @ParameterizedTest
    @ValueSource(strings = {"successive-halving", "hyperband", "asha"})
    void onAverageTheyFindMoreThanRandomSearchAtTheSameCost(String id) {
        assertThat(mean(id, 50)).isGreaterThan(randomMean());
    }

    /**
     * Over 50 seeds a mean has a standard error of about 0.0007, half of Hyperband's lead; over 500 it is 0.0002. Random
     * search itself is held to the exact figure to show that nothing leaks.
     */
    @Test
    @Tag("figures")
    void theLeadIsNotByChance() {
        double random = randomMean();

        assertThat(mean("random", 500)).isCloseTo(random, within(0.001));
        assertThat(mean("hyperband", 500)).isGreaterThan(random + 0.001);
        assertThat(mean("successive-halving", 500)).isGreaterThan(random + 0.001);
        assertThat(mean("asha", 500)).isGreaterThan(random + 0.001);
    }

    private static double mean(String id, int seeds) {
        Map<String, Object> settings = id.equals("random") ? Map.of() : Map.of("minEpochs", 4);
        return IntStream.range(0, seeds)
                .mapToDouble(seed -> best(id, settings, seed))
                .average()
                .orElseThrow();
    }

    private static double randomMean() {
        double[] sorted = ACCURACIES.values().stream()
                .mapToDouble(byEpochs -> byEpochs.get(FULL.epochs()))
                .sorted()
                .toArray();
        double n = sorted.length;
        return IntStream.range(0, sorted.length)
                .mapToDouble(i -> sorted[i] * (Math.pow((i + 1) / n, 20) - Math.pow(i / n, 20)))
                .sum();
    }

    /** Of the trials with full effort. */
    private static double best(String id, Map<String, Object> settings, int seed) {
        EffortBench bench = new EffortBench(space, Toy.ONE, FULL, Nb101FidelityTest::outcome);
        List<Trial> trials = bench.spend(bench.strategy(id, settings), BUDGET, seed).recorded().stream()
                .filter(trial -> trial.fidelity().equals(FULL))
                .toList();
        return Toy.best(trials);
    }

    private static TrialOutcome outcome(Architecture architecture, Fidelity fidelity) {
        double accuracy = ACCURACIES.get(architecture).get(fidelity.epochs());
        return TrialOutcome.completed(
                Measurements.of(Measurement.of(Toy.ACCURACY, accuracy, Source.TABLE)), Optional.empty());
    }
}
