package dev.skyline.strategy.evolution;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.experiment.TrialState;
import dev.skyline.metric.Score;

import java.util.Arrays;
import java.util.Optional;

/** A trial that may be a parent, and how good it is. */
record Member(Architecture architecture, int trial, Score score) {

    /**
     * Empty for a trial of which nothing is known. One that broke a constraint before training is known by how far it
     * broke it: so a population that is all infeasible still has a direction.
     */
    static Optional<Member> of(TrialHistory history, Trial trial) {
        Optional<Score> score =
                trial.state() == TrialState.INFEASIBLE ? Optional.of(infeasible(history, trial)) : history.score(trial);
        return score.map(known -> new Member(trial.architecture(), trial.number(), known));
    }

    private static Score infeasible(TrialHistory history, Trial trial) {
        double[] unknown = new double[history.problem().objectives().size()];
        Arrays.fill(unknown, Double.POSITIVE_INFINITY);
        double violation = history.problem().violation(trial.measurements());
        return new Score(unknown, violation > 0 ? violation : Double.POSITIVE_INFINITY);
    }
}
