package dev.skyline.strategy.evolution;

import dev.skyline.experiment.Trial;
import dev.skyline.metric.GrowingHypervolume;
import dev.skyline.metric.NonDominatedSort;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Nb201Table;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.SearchStrategyContract;
import dev.skyline.strategy.Strategies;
import dev.skyline.strategy.StrategyContext;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class Nsga2Test extends SearchStrategyContract {

    @Override
    protected String id() {
        return "nsga2";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("populationSize", 10);
    }

    @Override
    protected List<Class<? extends SearchSpace>> needs() {
        return List.of(SearchSpace.Mutable.class, SearchSpace.Crossable.class);
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
    void parentsAreTheBestOfParentsAndOffspringByRankAndCrowding() {
        List<Trial> trials = run(Toy.TWO, Toy::outcome, 30, 1);
        List<Trial> known = trials.subList(0, 20);
        int[] ranks = NonDominatedSort.ranks(known.stream()
                .map(trial -> Toy.TWO.score(trial.measurements()).orElseThrow())
                .toList());
        int[] sorted = Arrays.stream(ranks).sorted().toArray();

        assertThat(trials.subList(0, 10)).allMatch(trial -> trial.parent().isEmpty());
        assertThat(trials.subList(10, 20)).allMatch(trial -> trial.parent().getAsInt() <= 10);
        assertThat(trials.subList(20, 30))
                .allMatch(trial -> ranks[trial.parent().getAsInt() - 1] <= sorted[9]);
    }

    @Test
    void onTheBenchmarkItsFrontBeatsThatOfRandomSearch() throws IOException {
        Nb201Table table = Nb201Table.load();
        Problem problem = new Problem(List.of(Objective.of(Toy.ACCURACY), Objective.of(Nb201Table.LATENCY)), List.of());
        SearchStrategy random =
                Strategies.plugins().create(PluginSpec.of("random"), new StrategyContext(Toy.space(), problem));
        int wins = 0;
        for (int seed = 0; seed < 20; seed++) {
            double found = hypervolume(table.search(strategy(problem, Map.of()), problem, 200, seed), problem);
            double baseline = hypervolume(table.search(random, problem, 200, seed), problem);
            wins += found > baseline ? 1 : 0;
        }

        // By chance 15 of 20 or more happen with probability 0.02.
        assertThat(wins).isGreaterThanOrEqualTo(15);
    }

    private static double hypervolume(List<Trial> trials, Problem problem) {
        GrowingHypervolume volume = new GrowingHypervolume(new double[] {-0.5, 30});
        trials.forEach(trial -> problem.score(trial.measurements()).ifPresent(score -> volume.add(score.objectives())));
        return volume.value();
    }
}
