package dev.skyline.experiment;

/** There is no experiment of this id. */
public final class ExperimentNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ExperimentNotFound(ExperimentId id) {
        super("there is no experiment " + id);
    }
}
