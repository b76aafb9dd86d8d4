package dev.skyline.strategy.bananas;

import dev.skyline.experiment.Trial;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Nb201Table;
import dev.skyline.strategy.SearchStrategyContract;
import dev.skyline.strategy.Toy;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class BananasTest extends SearchStrategyContract {

    @Override
    protected String id() {
        return "bananas";
    }

    /** Small networks: they learn the toy as well, and forty searches take seconds. */
    @Override
    protected Map<String, Object> settings() {
        return Map.of("ensemble", 3, "layers", 2, "epochs", 40, "roundSize", 20, "batchSize", 8, "candidates", 40);
    }

    @Override
    protected List<Class<? extends SearchSpace>> needs() {
        return List.of(SearchSpace.Encodable.class, SearchSpace.Mutable.class);
    }

    @Override
    protected boolean isMultiObjective() {
        return false;
    }

    @Override
    protected boolean learns() {
        return true;
    }

    @Test
    void theFirstTrialsAreRandomAndAllLaterOnesMutants() {
        List<Trial> trials = run(Toy.ONE, Toy::outcome, 40, 1);

        assertThat(trials.subList(0, 10)).allMatch(trial -> trial.parent().isEmpty());
        assertThat(trials.subList(10, 40)).allMatch(trial -> trial.parent().isPresent());
    }

    @Test
    void onTheBenchmarkAFewSearchesFindMoreThanRandomSearch() throws IOException {
        // Random search's best of 100 is 0.9077 on average, with a standard deviation of 0.003 over seeds.
        assertThat(Nb201Table.load().meanBest(strategy(Toy.ONE, Map.of()), 100, 4))
                .isGreaterThan(0.9105);
    }

    @Test
    @Tag("figures")
    void onTheBenchmarkItFindsWhatThePublishedMethodFinds() throws IOException {
        assertThat(Nb201Table.load().meanBest(strategy(Toy.ONE, Map.of()), 150, 20))
                .isGreaterThanOrEqualTo(0.9125);
    }

    @Test
    @Tag("figures")
    void aHundredCellsOfTheBenchmarkTeachItHowOthersRank() throws IOException {
        Nb201Table table = Nb201Table.load();
        SearchSpace.PathEncodable space = (SearchSpace.PathEncodable) Toy.space();
        double tau = IntStream.range(0, 10)
                .mapToDouble(seed -> kendall(space, table, new SplittableRandom(seed)))
                .average()
                .orElseThrow();

        assertThat(tau).isGreaterThanOrEqualTo(0.45);
    }

    private static double kendall(SearchSpace.PathEncodable space, Nb201Table table, SplittableRandom random) {
        var cells = Stream.generate(() -> space.sample(random))
                .distinct()
                .limit(600)
                .toList();
        SparseRow[] rows = cells.stream()
                .map(cell -> SparseRow.of(space.encodePaths(cell)))
                .toArray(SparseRow[]::new);
        double[] accuracies = cells.stream()
                .mapToDouble(cell ->
                        table.outcome(cell).measurements().value(Toy.ACCURACY).orElseThrow())
                .toArray();
        MlpEnsemble ensemble = MlpEnsemble.fit(
                Bananas.PLUGIN.settings(Map.of()).shape(),
                space.encodePaths(cells.get(0)).length,
                Arrays.copyOf(rows, 100),
                Arrays.copyOf(accuracies, 100),
                1);
        return new KendallsCorrelation()
                .correlation(
                        IntStream.range(100, 600)
                                .mapToDouble(i -> ensemble.predict(rows[i]).mean())
                                .toArray(),
                        Arrays.copyOfRange(accuracies, 100, 600));
    }
}
