package dev.skyline.strategy.fidelity;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.space.SearchSpace;

import java.util.random.RandomGenerator;

/** Chooses an architecture to begin with: one that is in no trial yet, whatever its effort, where the space has any. */
interface Sampler {

    Architecture sample(SearchSpace space, TrialHistory history, RandomGenerator random);
}
