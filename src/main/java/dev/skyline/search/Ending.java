package dev.skyline.search;

import dev.skyline.experiment.Budget;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialState;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.metric.Score;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When and how a search ends.
 *
 * @param state the final state, or STOPPING where running trials may still finish
 */
record Ending(ExperimentState state, End why) {

    /** The reason of a search of which no trial meets the limits. */
    static final String NOTHING_FEASIBLE = "NothingFeasible";

    private static final String MAX_TRIALS = "MaxTrialsReached";
    private static final String BUDGET = "BudgetExhausted";
    private static final String SPACE = "SpaceExhausted";
    private static final String NOTHING_EVALUATED = "NothingEvaluated";

    /** How a search ends that found what it could; the others tell more than that nothing was feasible. */
    private static final Set<String> UNEXPLAINED = Set.of(MAX_TRIALS, BUDGET, SPACE, NOTHING_EVALUATED);

    /**
     * How the experiment has to end now, if it has to.
     *
     * @param full the fidelity with which a goal has to be reached
     * @param number of the last trial proposed
     */
    static Optional<Ending> of(
            Experiment experiment, Fidelity full, List<Trial> recorded, List<Trial> pending, int number, Instant now) {
        Budget budget = experiment.editable().budget();
        long failed =
                recorded.stream().filter(t -> t.state() == TrialState.FAILED).count();
        if (failed >= budget.maxFailedTrials()) {
            return Optional.of(new Ending(
                    ExperimentState.FAILED,
                    new End(
                            "MaxFailedTrialsReached",
                            failed + " trials failed; the last one: "
                                    + lastFailure(recorded).message())));
        }
        if (experiment.state() == ExperimentState.STOPPING) {
            return pending.isEmpty()
                    ? Optional.of(new Ending(
                            ExperimentState.SUCCEEDED, experiment.end().orElseThrow()))
                    : Optional.empty();
        }
        if (reachesGoals(experiment.spec().problem(), full, recorded)) {
            return Optional.of(stopping(pending, "GoalReached", "a trial reached every goal"));
        }
        if (budget.maxDuration().isPresent()
                && experiment.ranFor(now).compareTo(budget.maxDuration().get()) >= 0) {
            return Optional.of(stopping(
                    pending, BUDGET, "it ran for " + budget.maxDuration().get()));
        }
        if (number >= budget.maxTrials() && pending.isEmpty()) {
            return Optional.of(used(recorded, new End(MAX_TRIALS, "all " + number + " trials are done")));
        }
        return Optional.empty();
    }

    static Ending spaceExhausted() {
        return new Ending(ExperimentState.SUCCEEDED, new End(SPACE, "the strategy has nothing left to propose"));
    }

    static Ending strategyFailed(StrategyFailed failure) {
        return new Ending(ExperimentState.FAILED, new End("StrategyFailed", failure.getMessage()));
    }

    /** The same, or, where the search ends of itself without anything that meets its limits, one that says so. */
    Ending explained(Problem problem, List<Trial> recorded) {
        boolean brokenElsewhere = why.reason().equals(NOTHING_EVALUATED)
                && recorded.stream().anyMatch(trial -> trial.state() == TrialState.FAILED);
        if (!UNEXPLAINED.contains(why.reason()) || state == ExperimentState.STOPPING || brokenElsewhere) {
            return this;
        }
        return Infeasibility.among(problem.constraints(), recorded)
                .map(nothing -> new Ending(state, new End(NOTHING_FEASIBLE, nothing.message() + "; " + why.message())))
                .orElse(this);
    }

    Experiment apply(Experiment experiment, Instant now) {
        return state == ExperimentState.STOPPING ? experiment.stopping(why, now) : experiment.finished(state, why, now);
    }

    private static Ending stopping(List<Trial> pending, String reason, String message) {
        return new Ending(
                pending.isEmpty() ? ExperimentState.SUCCEEDED : ExperimentState.STOPPING, new End(reason, message));
    }

    /** A search that evaluated nothing has not succeeded, whatever it spent. */
    private static Ending used(List<Trial> recorded, End why) {
        return recorded.stream().anyMatch(trial -> trial.state().isEvaluated())
                ? new Ending(ExperimentState.SUCCEEDED, why)
                : new Ending(
                        ExperimentState.FAILED,
                        new End(
                                NOTHING_EVALUATED,
                                "no trial could be evaluated; the last one: "
                                        + lastFailure(recorded).message()));
    }

    private static End lastFailure(List<Trial> recorded) {
        return recorded.stream()
                .filter(trial -> !trial.state().isEvaluated())
                .reduce((first, second) -> second)
                .flatMap(Trial::end)
                .orElseThrow();
    }

    private static boolean reachesGoals(Problem problem, Fidelity full, List<Trial> recorded) {
        List<Objective> goals = problem.objectives().stream()
                .filter(objective -> objective.goal().isPresent())
                .toList();
        return !goals.isEmpty()
                && recorded.stream().anyMatch(trial -> trial.fidelity().equals(full) && reaches(goals, problem, trial));
    }

    private static boolean reaches(List<Objective> goals, Problem problem, Trial trial) {
        Measurements found = trial.measurements();
        return trial.state().isEvaluated()
                && problem.score(found).filter(Score::isFeasible).isPresent()
                && goals.stream()
                        .allMatch(goal -> goal.reachedBy(found.value(goal.key()).orElseThrow()));
    }
}
