package dev.skyline.strategy.evolution;

import dev.skyline.experiment.Trial;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Nb201Table;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.SearchStrategyContract;
import dev.skyline.strategy.Simulation;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RegularizedEvolutionTest extends SearchStrategyContract {

    @Override
    protected String id() {
        return "regularized-evolution";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("populationSize", 20, "sampleSize", 5, "repeats", false);
    }

    @Override
    protected List<Class<? extends SearchSpace>> needs() {
        return List.of(SearchSpace.Mutable.class);
    }

    @Override
    protected boolean isMultiObjective() {
        return true;
    }

    @Override
    protected boolean learns() {
        return true;
    }

    @Test
    void onTheBenchmarkItFindsWhatThePublishedMethodFinds() throws IOException {
        Nb201Table table = Nb201Table.load();
        SearchStrategy strategy = strategy(Toy.ONE, Map.of("populationSize", 30, "sampleSize", 10));

        assertThat(table.meanBest(strategy, 150, 30)).isBetween(0.9125, 0.9148);
        assertThat(table.meanBest(strategy, 200, 30)).isBetween(0.9130, 0.9150);
    }

    @Test
    void theOldestLeavesHoweverGoodItIs() {
        List<Trial> trials = run(Toy.ONE, Toy::outcome, 200, 1);

        assertThat(parents(trials))
                .isNotEmpty()
                .allSatisfy((child, parent) -> assertThat(child - parent).isBetween(1, 20));
    }

    @Test
    void withoutAgingTheBestStay() {
        SearchStrategy strategy = strategy(Toy.ONE, Map.of("populationSize", 20, "sampleSize", 20, "aging", false));
        List<Trial> trials = new Simulation(Toy.space(), Toy.ONE, Toy::outcome).run(strategy, 200, 1, 1);

        assertThat(parents(trials)).allSatisfy((child, parent) -> {
            double[] best = trials.stream()
                    .limit(child - 1L)
                    .mapToDouble(trial -> Toy.accuracy(trial.architecture()))
                    .sorted()
                    .toArray();
            assertThat(Toy.accuracy(trials.get(parent - 1).architecture()))
                    .isGreaterThanOrEqualTo(best[Math.max(0, best.length - 20)]);
        });
        assertThat(parents(trials).entrySet()).anyMatch(entry -> entry.getKey() - entry.getValue() > 20);
    }

    @Test
    void theFirstTrialsAreRandom() {
        assertThat(parents(run(Toy.ONE, Toy::outcome, 60, 8)).keySet())
                .isEqualTo(IntStream.rangeClosed(21, 60).boxed().collect(Collectors.toSet()));
    }

    @Test
    void aSampleLargerThanThePopulationIsRefused() {
        assertThatThrownBy(() -> strategy(Toy.ONE, Map.of("populationSize", 5, "sampleSize", 6)))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::field)
                                .containsExactly("sampleSize"));
    }

    private static Map<Integer, Integer> parents(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.parent().isPresent())
                .collect(Collectors.toMap(Trial::number, trial -> trial.parent().getAsInt()));
    }
}
