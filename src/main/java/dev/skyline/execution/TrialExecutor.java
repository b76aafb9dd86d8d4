package dev.skyline.execution;

import dev.skyline.experiment.TrialId;

/** Has trials evaluated, on whichever node picks them up, also after a crash of this one. */
@FunctionalInterface
public interface TrialExecutor {

    /**
     * Hands a stored trial over; joins the caller's transaction, so that no trial is stored without being handed over.
     * Does nothing for one that has been handed over and is not done.
     */
    void submit(TrialId trial);
}
