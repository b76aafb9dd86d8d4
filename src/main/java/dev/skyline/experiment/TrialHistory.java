package dev.skyline.experiment;

import dev.skyline.metric.Problem;
import dev.skyline.metric.Score;

import java.util.List;
import java.util.Optional;

/**
 * All that a strategy may know: the outcomes recorded so far, in the order of their sequence numbers, and the trials
 * that are still being evaluated. A prefix of an experiment, so that a replay can rebuild it.
 *
 * @param experiment key for what is too dear to rebuild; with {@link #sequence()} it names this history's recorded part
 * @param recorded finished trials: evaluated, infeasible and failed ones
 * @param pending proposed and not finished, by number
 */
public record TrialHistory(ExperimentId experiment, Problem problem, List<Trial> recorded, List<Trial> pending) {

    /** Sequence number of the last outcome; 0 where there is none. */
    public long sequence() {
        return recorded.isEmpty()
                ? 0
                : recorded.get(recorded.size() - 1).sequence().orElseThrow();
    }

    /** A trial's objectives and violations, or empty for one that gives no measure of them. */
    public Optional<Score> score(Trial trial) {
        return trial.state().isEvaluated() ? problem.score(trial.measurements()) : Optional.empty();
    }
}
