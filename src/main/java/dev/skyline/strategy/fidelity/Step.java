package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;

import java.util.Optional;

/**
 * What a trial is to be.
 *
 * @param rung whose effort it gets
 * @param promoted the trial whose architecture climbs to this rung; a new architecture, where empty
 */
record Step(int rung, Optional<Trial> promoted) {

    static Step fresh(int rung) {
        return new Step(rung, Optional.empty());
    }

    static Step promotion(Trial trial, int rung) {
        return new Step(rung, Optional.of(trial));
    }
}
