package dev.skyline.experiment;

/** Where an experiment is. */
public enum ExperimentState {
    /** Submitted; no node has begun it. */
    QUEUED,
    /** New trials are proposed as slots come free. */
    RUNNING,
    /** No new trials; running ones finish. May be resumed. */
    PAUSED,
    /** No new trials; ends SUCCEEDED once the running ones have finished. */
    STOPPING,
    /** Ended with what was asked for: a budget used up, a goal reached, or stopped on request. */
    SUCCEEDED,
    /** Ended because too many trials failed, or because it cannot go on. */
    FAILED,
    /** Ended at once on request; running trials were cancelled. */
    CANCELLED;

    /** Whether nothing changes any more. */
    public boolean isFinished() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }

    /** Whether somebody has to look after it: propose trials, or end it. */
    public boolean isActive() {
        return this == QUEUED || this == RUNNING || this == STOPPING;
    }
}
