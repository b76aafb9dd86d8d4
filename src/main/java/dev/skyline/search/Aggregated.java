package dev.skyline.search;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Problem;

/** Adds to what was found what the problem makes of several targets. */
final class Aggregated {

    private Aggregated() {}

    /** The outcome of a trial of this problem, some of whose parts may have been known when it was proposed. */
    static TrialOutcome outcome(Problem problem, Trial trial, TrialOutcome outcome) {
        if (!outcome.state().isEvaluated()) {
            return outcome;
        }
        Measurements known = outcome.measurements().plus(trial.measurements());
        Measurements made = problem.completed(known).only(key -> known.find(key).isEmpty());
        return new TrialOutcome(
                outcome.state(),
                outcome.end(),
                outcome.measurements().plus(made),
                outcome.model(),
                outcome.fromMemory());
    }
}
