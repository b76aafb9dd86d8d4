package dev.skyline.experiment;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One architecture evaluated at one fidelity. Immutable.
 *
 * @param parent number of the trial it was derived from
 * @param end why it ended, where it did not simply succeed
 * @param basedOn sequence number of the last outcome that its proposal could know; 0 for none
 * @param sequence in which outcomes were recorded, from 1; present once finished, except for cancelled trials
 * @param attempt how many times a worker has begun it
 * @param fromMemory whether its result was taken from an earlier evaluation of the same architecture
 * @param model hash of its trained model, where there is one
 */
public record Trial(
        TrialId id,
        Architecture architecture,
        OptionalInt parent,
        Fidelity fidelity,
        TrialState state,
        Optional<End> end,
        Measurements measurements,
        long basedOn,
        OptionalLong sequence,
        int attempt,
        boolean fromMemory,
        Optional<String> model,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    /**
     * A trial that waits for a worker.
     *
     * @param known measurements had without evaluating it
     */
    public static Trial proposed(
            TrialId id,
            Architecture architecture,
            OptionalInt parent,
            Fidelity fidelity,
            Measurements known,
            long basedOn,
            Instant now) {
        return new Trial(
                id,
                architecture,
                parent,
                fidelity,
                TrialState.QUEUED,
                Optional.empty(),
                known,
                basedOn,
                OptionalLong.empty(),
                0,
                false,
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * As it was when it was proposed, whatever has come of it since.
     *
     * @param known measurements had without evaluating it
     */
    public Trial asProposed(Measurements known) {
        return proposed(id, architecture, parent, fidelity, known, basedOn, createdAt);
    }

    public int number() {
        return id.number();
    }

    /** Begun by a worker, for the first time or again. */
    public Trial started(Instant now) {
        requireUnfinished();
        return new Trial(
                id,
                architecture,
                parent,
                fidelity,
                TrialState.RUNNING,
                end,
                measurements,
                basedOn,
                sequence,
                attempt + 1,
                fromMemory,
                model,
                createdAt,
                Optional.of(now),
                finishedAt);
    }

    /** Ended with an outcome, as the {@code sequence}-th of its experiment. */
    public Trial recorded(TrialOutcome outcome, long recordedAs, Instant now) {
        return ended(outcome, OptionalLong.of(recordedAs), now);
    }

    /** Ended because its experiment was; nothing is learnt from it. */
    public Trial cancelled(End why, Instant now) {
        return ended(
                new TrialOutcome(TrialState.CANCELLED, Optional.of(why), Measurements.none(), Optional.empty(), false),
                OptionalLong.empty(),
                now);
    }

    /** What is computed of the trial's own network stays: one that computes the same function may cost something else. */
    private Trial ended(TrialOutcome outcome, OptionalLong recordedAs, Instant now) {
        requireUnfinished();
        return new Trial(
                id,
                architecture,
                parent,
                fidelity,
                outcome.state(),
                outcome.end(),
                outcome.fromMemory()
                        ? outcome.measurements().plus(measurements)
                        : measurements.plus(outcome.measurements()),
                basedOn,
                recordedAs,
                attempt,
                outcome.fromMemory(),
                outcome.model(),
                createdAt,
                startedAt,
                Optional.of(now));
    }

    private void requireUnfinished() {
        if (state.isFinished()) {
            throw new IllegalStateException("trial " + id + " has ended: " + state);
        }
    }
}
