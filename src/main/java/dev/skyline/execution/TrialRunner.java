package dev.skyline.execution;

import dev.skyline.experiment.TrialId;

/** Evaluates a trial and records its outcome, on the thread of whoever picked it up. */
@FunctionalInterface
public interface TrialRunner {

    /**
     * Does nothing for a trial that has ended or is gone.
     *
     * @return whether it is done with; if not, a device that it needs is away, and it is to be run again in a while
     * @throws InterruptedException where the trial was cancelled or the node shuts down; no outcome is recorded
     */
    boolean run(TrialId trial) throws InterruptedException;
}
