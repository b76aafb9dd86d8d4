package dev.skyline.experiment;

/** No trial has this number. */
public final class TrialNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrialNotFound(TrialId id) {
        super("experiment " + id.experiment() + " has no trial of number " + id.number());
    }
}
