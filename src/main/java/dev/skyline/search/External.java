package dev.skyline.search;

import dev.skyline.estimator.ExternalEstimator;
import dev.skyline.estimator.ExternalSettings;
import dev.skyline.experiment.ExperimentSpec;

import java.time.Duration;

/** The settings of an experiment whose trials clients evaluate. */
final class External {

    private External() {}

    static ExternalSettings settings(ExperimentSpec spec) {
        return ExternalEstimator.PLUGIN.settings(spec.estimator().settings());
    }

    static Duration lease(ExperimentSpec spec) {
        return Duration.ofSeconds(settings(spec).leaseSeconds());
    }
}
