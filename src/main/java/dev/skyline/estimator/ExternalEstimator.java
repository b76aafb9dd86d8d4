package dev.skyline.estimator;

import dev.skyline.metric.Fidelity;
import dev.skyline.network.Candidate;
import dev.skyline.plugin.Plugin;

/** Somebody else's trainer, who asks for trials and tells what came of them. */
public record ExternalEstimator(ExternalSettings settings) implements PerformanceEstimator {

    public static final Plugin<ExternalSettings, EstimatorContext, PerformanceEstimator> PLUGIN = new Plugin<>(
            "external",
            "Your own trainer, in any language: it asks for architectures and tells what came of them.",
            "",
            ExternalSettings.class,
            (settings, context) -> new ExternalEstimator(settings));

    @Override
    public Estimate estimate(Candidate candidate, Fidelity fidelity, Progress progress) {
        throw new EstimationFailed("NotEstimatedHere", "trials of this experiment are evaluated by its clients");
    }

    @Override
    public Fidelity fullFidelity() {
        return Fidelity.epochs(settings.epochs());
    }
}
