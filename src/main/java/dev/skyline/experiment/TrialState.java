package dev.skyline.experiment;

/** Where a trial is. */
public enum TrialState {
    /** Proposed; no worker has begun it. */
    QUEUED,
    /** A worker, or a client, is at it. */
    RUNNING,
    /** Evaluated; its measurements count. */
    SUCCEEDED,
    /** Ended by a rule before its full fidelity; its measurements are those of its best epoch and count. */
    EARLY_STOPPED,
    /** Breaks a constraint that is known before training; nothing was trained. */
    INFEASIBLE,
    /** Could not be evaluated; the reason is a code. */
    FAILED,
    /** Ended because its experiment was cancelled. */
    CANCELLED;

    public boolean isFinished() {
        return this != QUEUED && this != RUNNING;
    }

    /** Whether its measurements take part in fronts and in the strategies' view. */
    public boolean isEvaluated() {
        return this == SUCCEEDED || this == EARLY_STOPPED;
    }
}
