package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.metric.Score;

import java.util.Optional;

/** A trial that may be promoted, and how good it is. */
record Contender(Trial trial, Score score) implements Scored {

    /** Empty for one that failed or was never trained: it counts for nothing and holds nobody up. */
    static Optional<Contender> of(TrialHistory history, Trial trial) {
        return history.score(trial).map(score -> new Contender(trial, score));
    }
}
