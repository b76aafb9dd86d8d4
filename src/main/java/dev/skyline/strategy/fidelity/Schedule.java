package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.TrialHistory;

/** Decides what effort is spent on what; a function of the history alone. */
interface Schedule {

    /** Never waits: where nothing can be promoted yet, there is always a new architecture to begin. */
    Step next(TrialHistory history);
}
