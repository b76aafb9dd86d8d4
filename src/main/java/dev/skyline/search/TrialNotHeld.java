package dev.skyline.search;

import dev.skyline.experiment.TrialId;

/** A client tells of a trial that it has not, or has no longer. */
public final class TrialNotHeld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrialNotHeld(TrialId trial, String why) {
        super("trial " + trial.number() + " " + why);
    }
}
