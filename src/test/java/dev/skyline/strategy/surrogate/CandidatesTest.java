package dev.skyline.strategy.surrogate;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.RandomSearch;
import dev.skyline.strategy.Simulation;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class CandidatesTest {

    private static final SearchSpace.Encodable SPACE = (SearchSpace.Encodable) Toy.space();

    @Test
    void mutantsComeFirstThenRandomOnesAndNoneWasTried() {
        Observations seen = seen(200);
        List<Observation> parents = seen.best(3);
        List<Proposal> candidates = new Candidates(Toy.space(), seen, new SplittableRandom(2), architecture -> true)
                .addMutants(parents, 40)
                .addRandom(20)
                .list();

        assertThat(candidates).hasSize(60);
        assertThat(candidates).extracting(c -> c.architecture().id()).doesNotHaveDuplicates();
        assertThat(candidates)
                .noneMatch(c -> seen.taken().contains(c.architecture().id()));
        assertThat(candidates.subList(0, 40)).allMatch(c -> c.parent().isPresent());
        assertThat(candidates.subList(40, 60)).allMatch(c -> c.parent().isEmpty());
        assertThat(candidates.subList(0, 40))
                .extracting(c -> c.parent().getAsInt())
                .isSubsetOf(parents.stream().map(Observation::trial).toList());
    }

    /** Of 400 mutants two hundred are expected at one change, save those that were drawn before. */
    @Test
    void mostMutantsAreCloseToTheirParent() {
        Observations seen = seen(1);
        Architecture parent = seen.recorded().get(0).architecture();
        List<Integer> distances = new Candidates(Toy.space(), seen, new SplittableRandom(2), architecture -> true)
                .addMutants(seen.recorded(), 20).list().stream()
                        .map(c -> distance(parent, c.architecture()))
                        .toList();

        assertThat(distances).contains(1, 2);
        assertThat(distances.stream().filter(d -> d <= 2).count()).isGreaterThan(12);
    }

    @Test
    void whereNothingIsLeftItOffersWhatWasTried() {
        Observations seen = seen(0);

        assertThat(new Candidates(Toy.space(), seen, new SplittableRandom(2), architecture -> true)
                        .addMutants(List.of(), 5)
                        .list())
                .hasSize(1);
    }

    private static int distance(Architecture a, Architecture b) {
        int[] first = SPACE.choices(a);
        int[] second = SPACE.choices(b);
        return (int) IntStream.range(0, first.length)
                .filter(i -> first[i] != second[i])
                .count();
    }

    private static Observations seen(int trials) {
        Simulation simulation = new Simulation(Toy.space(), Toy.ONE, Toy::outcome);
        simulation.run(RandomSearch.anywhere(), trials, 1, 1);
        TrialHistory history = simulation.snapshot();
        return Observations.of(history, SPACE::encode);
    }
}
