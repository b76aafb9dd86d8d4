package dev.skyline.search;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentSpec;

/** Ask/tell on an experiment that evaluates its trials by itself. */
public final class NotExternal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotExternal(ExperimentId id) {
        super("experiment " + id + " evaluates its trials by itself; only one with the estimator '"
                + ExperimentSpec.EXTERNAL + "' gives them to clients");
    }
}
