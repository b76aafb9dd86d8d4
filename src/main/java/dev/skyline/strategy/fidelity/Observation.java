package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.experiment.TrialState;
import dev.skyline.metric.Score;
import dev.skyline.space.SearchSpace.Encodable;

import java.util.Arrays;

/** What a trial teaches a density: the choices made, and how good they were. */
record Observation(int[] choices, Score score) implements Scored {

    /**
     * Every recorded trial teaches something: one that broke a constraint before training by how far, one that failed that
     * its like is worst of all.
     */
    static Observation of(Encodable space, TrialHistory history, Trial trial) {
        return new Observation(
                space.choices(trial.architecture()), history.score(trial).orElseGet(() -> unknown(history, trial)));
    }

    private static Score unknown(TrialHistory history, Trial trial) {
        double[] objectives = new double[history.problem().objectives().size()];
        Arrays.fill(objectives, Double.POSITIVE_INFINITY);
        double violation = history.problem().violation(trial.measurements());
        boolean isKnown = trial.state() == TrialState.INFEASIBLE && violation > 0;
        return new Score(objectives, isKnown ? violation : Double.POSITIVE_INFINITY);
    }
}
