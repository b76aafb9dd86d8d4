package dev.skyline.estimator;

import dev.skyline.metric.Fidelity;
import dev.skyline.network.Candidate;

/** Finds out how well a candidate performs. */
public interface PerformanceEstimator {

    /**
     * @param fidelity how much effort to spend
     * @param progress told after each epoch; it may ask for an end
     * @throws InterruptedException where the caller was interrupted; nothing is left behind
     * @throws EstimationFailed where the candidate cannot be estimated: a fault of the candidate, not of the service
     */
    Estimate estimate(Candidate candidate, Fidelity fidelity, Progress progress) throws InterruptedException;

    /** The effort that is spent where a strategy does not say. */
    Fidelity fullFidelity();
}
