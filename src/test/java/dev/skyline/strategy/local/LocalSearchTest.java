package dev.skyline.strategy.local;

import dev.skyline.experiment.Trial;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Nb201Table;
import dev.skyline.strategy.SearchStrategyContract;
import dev.skyline.strategy.Simulation;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class LocalSearchTest extends SearchStrategyContract {

    private static final SearchSpace.Encodable SPACE = (SearchSpace.Encodable) Toy.space();

    @Override
    protected String id() {
        return "local-search";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of();
    }

    @Override
    protected List<Class<? extends SearchSpace>> needs() {
        return List.of(SearchSpace.Encodable.class);
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
    void onTheBenchmarkAFewSearchesFindWhatRandomSearchDoesNot() throws IOException {
        assertThat(Nb201Table.load().meanBest(strategy(Toy.ONE), 150, 5)).isGreaterThan(0.912);
    }

    @Test
    @Tag("figures")
    void onTheBenchmarkItFindsWhatThePublishedMethodFinds() throws IOException {
        assertThat(Nb201Table.load().meanBest(strategy(Toy.ONE), 150, 30)).isGreaterThanOrEqualTo(0.9135);
    }

    @Test
    void everyStepLeadsToANeighbourOfTheBestOfItsWalk() {
        List<Trial> trials = run(Toy.ONE, Toy::outcome, 150, 1);
        double best = 0;
        for (Trial trial : trials) {
            if (trial.parent().isEmpty()) {
                best = 0;
            } else {
                Trial parent = trials.get(trial.parent().getAsInt() - 1);
                assertThat(Toy.accuracy(parent.architecture())).isEqualTo(best);
                assertThat(distance(parent, trial)).isEqualTo(1);
            }
            best = Math.max(best, Toy.accuracy(trial.architecture()));
        }
    }

    @Test
    void aNewWalkBeginsWhereEveryNeighbourOfTheBestIsKnown() {
        List<Trial> trials = run(Toy.ONE, Toy::outcome, 400, 1);
        List<Trial> starts =
                trials.stream().filter(trial -> trial.parent().isEmpty()).toList();

        assertThat(starts.size()).isGreaterThan(1);
        List<Trial> walk = trials.subList(0, starts.get(1).number() - 1);
        Trial best = walk.stream()
                .reduce((a, b) -> Toy.accuracy(a.architecture()) >= Toy.accuracy(b.architecture()) ? a : b)
                .orElseThrow();
        assertThat(walk)
                .extracting(trial -> trial.architecture().id())
                .containsAll(SPACE.neighbours(best.architecture())
                        .map(neighbour -> neighbour.id())
                        .toList());
    }

    @Test
    void walksThatStartTogetherAreOne() {
        List<Trial> trials = new Simulation(Toy.space(), Toy.ONE, Toy::outcome).run(strategy(Toy.ONE), 30, 4, 9);

        assertThat(trials.subList(0, 4)).allMatch(trial -> trial.parent().isEmpty());
        assertThat(trials.subList(4, 12)).allMatch(trial -> trial.parent().isPresent());
    }

    private static int distance(Trial a, Trial b) {
        int[] first = SPACE.choices(a.architecture());
        int[] second = SPACE.choices(b.architecture());
        return (int) IntStream.range(0, first.length)
                .filter(i -> first[i] != second[i])
                .count();
    }
}
