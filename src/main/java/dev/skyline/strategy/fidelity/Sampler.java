package dev.skyline.strategy.fidelity;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.metric.Fidelity;
import dev.skyline.space.SearchSpace;

import java.util.random.RandomGenerator;

/** Chooses a new architecture for a trial of the given effort. */
interface Sampler {

    Architecture sample(SearchSpace space, TrialHistory history, Fidelity fidelity, RandomGenerator random);
}
