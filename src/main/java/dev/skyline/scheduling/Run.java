package dev.skyline.scheduling;

import dev.skyline.experiment.TrialId;

/** A trial that runs on the present thread, and a way for others to interrupt it, and nothing but it. */
final class Run {

    /** Why a run was interrupted, if it was. */
    enum Interruption {
        NONE,
        /** The trial has ended otherwise: by a cancel, mostly. */
        CANCEL,
        NODE_STOPS
    }

    private final TrialId trial;
    private final Thread thread = Thread.currentThread();
    private Interruption interruption = Interruption.NONE;
    private boolean over;

    Run(TrialId trial) {
        this.trial = trial;
    }

    TrialId trial() {
        return trial;
    }

    /** May be repeated, for a run that missed the first; the first reason stays. */
    synchronized void interrupt(Interruption why) {
        if (!over) {
            interruption = interruption == Interruption.NONE ? why : interruption;
            thread.interrupt();
        }
    }

    /**
     * To be called on the run's thread when it is over: whatever the thread does next must not be interrupted by what
     * was meant for the run.
     */
    synchronized Interruption end() {
        over = true;
        Thread.interrupted();
        return interruption;
    }
}
