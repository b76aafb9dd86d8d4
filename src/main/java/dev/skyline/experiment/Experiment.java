package dev.skyline.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One search: its spec, what may still be edited, and its status. Immutable; each change gives a new value and refuses
 * what the present state does not allow.
 *
 * @param end why it ended; while STOPPING, why it will
 * @param runningSince when it last entered RUNNING or STOPPING, while it is in one of them
 * @param ranFor time spent in RUNNING and STOPPING before {@code runningSince}
 */
public record Experiment(
        ExperimentId id,
        ExperimentSpec spec,
        Editable editable,
        ExperimentState state,
        Optional<End> end,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<Instant> runningSince,
        Duration ranFor) {

    /** What may be changed while it runs. */
    public record Editable(String name, String notes, List<String> labels, Budget budget, int parallelism) {

        public Editable {
            labels = List.copyOf(labels);
            if (parallelism < 1) {
                throw new IllegalArgumentException("parallelism must be at least 1, not " + parallelism);
            }
        }

        /** The same under another name. */
        public Editable withName(String other) {
            return new Editable(other, notes, labels, budget, parallelism);
        }
    }

    /** @param start false leaves it paused */
    public static Experiment submitted(
            ExperimentId id, ExperimentSpec spec, Editable editable, boolean start, Instant now) {
        return new Experiment(
                id,
                spec,
                editable,
                start ? ExperimentState.QUEUED : ExperimentState.PAUSED,
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO);
    }

    /** What people call it and file it under may change at any time, what it may cost only until its end. */
    public Experiment edited(Editable changed) {
        boolean sameCost =
                changed.budget().equals(editable.budget()) && changed.parallelism() == editable.parallelism();
        if (state.isFinished() && !sameCost) {
            throw new IllegalTransition("change budget or parallelism of", state);
        }
        return with(changed, state, end, startedAt, finishedAt, runningSince, ranFor);
    }

    /** QUEUED to RUNNING, by the node that begins it. */
    public Experiment started(Instant now) {
        require("start", ExperimentState.QUEUED);
        return with(
                editable,
                ExperimentState.RUNNING,
                end,
                Optional.of(startedAt.orElse(now)),
                finishedAt,
                Optional.of(now),
                ranFor);
    }

    public Experiment paused(Instant now) {
        require("pause", ExperimentState.QUEUED, ExperimentState.RUNNING);
        return with(editable, ExperimentState.PAUSED, end, startedAt, finishedAt, Optional.empty(), ranFor(now));
    }

    public Experiment resumed() {
        require("resume", ExperimentState.PAUSED);
        return with(editable, ExperimentState.QUEUED, end, startedAt, finishedAt, Optional.empty(), ranFor);
    }

    /** No new trials; {@code finished} follows, with this end, once none is running. */
    public Experiment stopping(End why, Instant now) {
        require("stop", ExperimentState.QUEUED, ExperimentState.RUNNING, ExperimentState.PAUSED);
        return with(
                editable,
                ExperimentState.STOPPING,
                Optional.of(why),
                startedAt,
                finishedAt,
                Optional.of(runningSince.orElse(now)),
                ranFor);
    }

    /** @throws IllegalTransition where it has ended already */
    public Experiment finished(ExperimentState finalState, End why, Instant now) {
        if (!finalState.isFinished()) {
            throw new IllegalArgumentException(finalState + " is no end");
        }
        if (state.isFinished()) {
            throw new IllegalTransition("end", state);
        }
        return with(editable, finalState, Optional.of(why), startedAt, Optional.of(now), Optional.empty(), ranFor(now));
    }

    /** Time spent running so far. */
    public Duration ranFor(Instant now) {
        return runningSince
                .map(since -> ranFor.plus(Duration.between(since, now)))
                .orElse(ranFor);
    }

    private void require(String action, ExperimentState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new IllegalTransition(action, state, allowed);
        }
    }

    private Experiment with(
            Editable newEditable,
            ExperimentState newState,
            Optional<End> newEnd,
            Optional<Instant> newStartedAt,
            Optional<Instant> newFinishedAt,
            Optional<Instant> newRunningSince,
            Duration newRanFor) {
        return new Experiment(
                id,
                spec,
                newEditable,
                newState,
                newEnd,
                createdAt,
                newStartedAt,
                newFinishedAt,
                newRunningSince,
                newRanFor);
    }
}
