package dev.skyline.estimator;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;

import java.util.Optional;

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

    /** Knows its answers, so that a trial is settled where it is proposed and no worker sees it. */
    interface Immediate extends PerformanceEstimator {

        /** All that is known of an architecture, on every hardware target too; empty where nothing is. Must be quick. */
        Optional<Measurements> lookUp(Architecture architecture, Fidelity fidelity);
    }
}
