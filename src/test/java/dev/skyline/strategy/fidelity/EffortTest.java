package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Problem;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.SearchStrategyContract;
import dev.skyline.strategy.Simulation;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What every strategy promises that spends little effort first. */
abstract class EffortTest extends SearchStrategyContract {

    @Override
    protected Map<String, Object> settings() {
        return Map.of();
    }

    @Override
    protected List<Class<? extends SearchSpace>> needs() {
        return List.of();
    }

    @Override
    protected boolean isMultiObjective() {
        return true;
    }

    @Override
    protected boolean learns() {
        return false;
    }

    @Override
    protected Fidelity fullFidelity() {
        return Fidelity.epochs(9);
    }

    /** Whatever finished when: the recorded trials tell all that is needed to propose the same again. */
    @Test
    void aParallelSearchIsReplayedFromItsTrials() {
        for (Problem problem : List.of(Toy.ONE, Toy.TWO)) {
            for (int seed = 0; seed < 5; seed++) {
                EffortBench bench = EffortBench.toy(problem, 27);
                List<Trial> trials = bench.run(bench.strategy(id(), settings()), 150, 7, seed)
                        .byNumber();
                for (Trial trial : trials) {
                    Proposal again = bench.strategy(id(), settings())
                            .propose(Toy.space(), bench.before(trial), 1, Simulation.random(seed, trial.number()))
                            .get(0);
                    assertThat(again)
                            .isEqualTo(
                                    new Proposal(trial.architecture(), Optional.of(trial.fidelity()), trial.parent()));
                }
            }
        }
    }

    @Test
    void aPromotedTrialIsTheArchitectureOfItsParentOneRungHigherAndIsPromotedOnce() {
        EffortBench bench = EffortBench.toy(Toy.ONE, 27);
        List<Trial> trials =
                bench.run(bench.strategy(id(), settings()), 300, 7, 3).byNumber();
        Map<Integer, Trial> parents = trials.stream().collect(Collectors.toMap(Trial::number, trial -> trial));
        List<Trial> promoted =
                trials.stream().filter(trial -> trial.parent().isPresent()).toList();

        assertThat(promoted).hasSizeGreaterThan(30).allSatisfy(trial -> {
            Trial parent = parents.get(trial.parent().getAsInt());
            assertThat(trial.architecture()).isEqualTo(parent.architecture());
            assertThat(trial.fidelity().epochs())
                    .isEqualTo(3 * parent.fidelity().epochs());
            assertThat(parent.sequence().orElseThrow()).isLessThanOrEqualTo(trial.basedOn());
        });
        assertThat(promoted).extracting(Trial::parent).doesNotHaveDuplicates();
        assertThat(trials).anyMatch(trial -> trial.fidelity().epochs() == 27);
    }

    @Test
    void failedTrialsHoldNobodyUpAndAreNotPromoted() {
        EffortBench bench = new EffortBench(
                Toy.space(),
                Toy.ONE,
                Fidelity.epochs(27),
                (architecture, fidelity) -> architecture.text().hashCode() % 3 == 0
                        ? TrialOutcome.failed("OutOfMemory", "too large")
                        : EffortBench.judged(architecture, fidelity));
        List<Trial> trials =
                bench.run(bench.strategy(id(), settings()), 300, 4, 1).byNumber();

        assertThat(trials).filteredOn(trial -> trial.fidelity().epochs() == 27).hasSizeGreaterThan(3);
        assertThat(trials)
                .filteredOn(trial -> trial.parent().isPresent())
                .allMatch(trial -> trial.state().isEvaluated());
    }

    @Test
    void manyProposalsAtOnceAreThoseThatWouldBeMadeOneByOne() {
        EffortBench bench = EffortBench.toy(Toy.ONE, 27);
        SearchStrategy strategy = bench.strategy(id(), settings());
        bench.run(strategy, 100, 5, 1);
        List<Proposal> together = strategy.propose(Toy.space(), bench.history(), 20, Simulation.random(1, 1));
        List<Fidelity> oneByOne = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            oneByOne.add(bench.propose(strategy, 2).fidelity().orElseThrow());
        }

        assertThat(together)
                .extracting(proposal -> proposal.fidelity().orElseThrow())
                .isEqualTo(oneByOne);
    }

    /** Trials and epochs in the order of the proposals, where one trial runs at a time. */
    static String schedule(SearchStrategy strategy, EffortBench bench, int trials) {
        StringBuilder text = new StringBuilder();
        int same = 0;
        int epochs = 0;
        for (Trial trial : bench.run(strategy, trials, 1, 1).byNumber()) {
            if (trial.fidelity().epochs() != epochs && same > 0) {
                text.append(same).append('@').append(epochs).append(' ');
                same = 0;
            }
            epochs = trial.fidelity().epochs();
            same++;
        }
        return text.append(same).append('@').append(epochs).toString();
    }
}
