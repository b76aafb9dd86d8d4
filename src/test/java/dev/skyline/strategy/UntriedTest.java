package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class UntriedTest {

    private TrialHistory history;
    private Architecture first;
    private Architecture last;
    private Architecture other;

    @BeforeEach
    void runTwentyTrials() {
        Simulation simulation = new Simulation(Toy.space(), Toy.ONE, Toy::outcome);
        List<Trial> trials =
                simulation.run((space, known, count, random) -> List.of(Proposal.of(space.sample(random))), 20, 1, 3);
        history = simulation.snapshot();
        first = trials.get(0).architecture();
        last = trials.get(19).architecture();
        Set<Architecture> tried = trials.stream().map(Trial::architecture).collect(Collectors.toSet());
        SplittableRandom random = new SplittableRandom(4);
        do {
            other = Toy.space().sample(random);
        } while (tried.contains(other));
    }

    @Test
    void whatIsRecordedIsPassedOver() {
        assertThat(chosen(history, false, first, last, other)).isEqualTo(other);
        assertThat(chosen(history, true, first, last, other)).isEqualTo(first);
    }

    @Test
    void aShorterHistoryKnowsNothingOfWhatCameLater() {
        assertThat(chosen(history, false, first, last, other)).isEqualTo(other);
        TrialHistory before = prefix(19);
        assertThat(chosen(before, false, first, last, other)).isEqualTo(last);
        assertThat(chosen(history, false, first, last, other)).isEqualTo(other);
    }

    @Test
    void oneCallDoesNotProposeTheSameTwice() {
        Untried untried = new Untried(prefix(1), false, architecture -> true);
        untried.addFirstOf(draws(last, other));
        untried.addFirstOf(draws(last, other));

        assertThat(untried.proposals()).extracting(Proposal::architecture).containsExactly(last, other);
    }

    private TrialHistory prefix(int trials) {
        return new TrialHistory(
                history.experiment(), history.problem(), history.recorded().subList(0, trials), List.of());
    }

    private static Architecture chosen(TrialHistory history, boolean repeats, Architecture... drawn) {
        Untried untried = new Untried(history, repeats, architecture -> true);
        untried.addFirstOf(draws(drawn));
        return untried.proposals().get(0).architecture();
    }

    private static Supplier<Proposal> draws(Architecture... drawn) {
        Iterator<Architecture> left = List.of(drawn).iterator();
        return () -> Proposal.of(left.next());
    }
}
