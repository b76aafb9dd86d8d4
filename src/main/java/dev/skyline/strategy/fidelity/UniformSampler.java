package dev.skyline.strategy.fidelity;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Foresight;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.Untried;

import java.util.random.RandomGenerator;

/** Random architectures. */
record UniformSampler(Foresight foresight) implements Sampler {

    @Override
    public Architecture sample(SearchSpace space, TrialHistory history, RandomGenerator random) {
        Untried untried = new Untried(history, false, foresight);
        untried.addFirstOf(() -> Proposal.of(space.sample(random)));
        return untried.proposals().get(0).architecture();
    }
}
