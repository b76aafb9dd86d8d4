package dev.skyline.strategy.fidelity;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.metric.Fidelity;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.Untried;

import java.util.List;
import java.util.random.RandomGenerator;

/** Random architectures that were not tried with this effort or more. */
final class UniformSampler implements Sampler {

    @Override
    public Architecture sample(SearchSpace space, TrialHistory history, Fidelity fidelity, RandomGenerator random) {
        Untried untried = new Untried(
                new TrialHistory(
                        history.experiment(),
                        history.problem(),
                        tried(history.recorded(), fidelity),
                        tried(history.pending(), fidelity)),
                false);
        untried.addFirstOf(() -> Proposal.of(space.sample(random)));
        return untried.proposals().get(0).architecture();
    }

    /** Those of the trials that tell no less than one of this effort would. */
    static List<Trial> tried(List<Trial> trials, Fidelity fidelity) {
        return trials.stream()
                .filter(trial -> trial.fidelity().epochs() >= fidelity.epochs()
                        && trial.fidelity().dataFraction() >= fidelity.dataFraction())
                .toList();
    }
}
