package dev.skyline.execution;

import dev.skyline.estimator.Estimate;
import dev.skyline.estimator.EstimationFailed;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.estimator.Progress;
import dev.skyline.experiment.End;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One trial, from network to outcome: estimate, then measure on each target. Whatever goes wrong is an outcome.
 *
 * @param screening of what need not be estimated
 */
public record TrialEvaluation(PerformanceEstimator estimator, List<HardwareTarget> targets, Screening screening) {

    private static final Logger LOG = System.getLogger(TrialEvaluation.class.getName());

    /**
     * @throws InterruptedException where the caller was interrupted; there is no outcome then
     */
    public TrialOutcome evaluate(Candidate candidate, Fidelity fidelity, Progress progress)
            throws InterruptedException {
        try {
            Optional<TrialOutcome> spared = screening.of(candidate);
            if (spared.isPresent()) {
                return spared.get();
            }
            Estimate estimate = estimator.estimate(candidate, fidelity, progress);
            Candidate trained = estimate.model().map(candidate::withModel).orElse(candidate);
            Measurements measurements = estimate.measurements();
            for (HardwareTarget target : targets) {
                measurements = measurements.plus(target.measure(trained));
            }
            Optional<String> model = estimate.model().map(TrialEvaluation::hash);
            return estimate.stoppedEarly()
                    ? TrialOutcome.earlyStopped(
                            new End("StoppedEarly", "its learning curve promised nothing"), measurements, model)
                    : TrialOutcome.completed(measurements, model);
        } catch (EstimationFailed e) {
            return failed(e.code(), e.getMessage());
        } catch (MeasurementFailed e) {
            return failed(e.code(), e.getMessage());
        } catch (RuntimeException e) {
            TrialOutcome failure = failed("EvaluationFailed", e.toString());
            LOG.log(Level.ERROR, "evaluation of " + candidate.architecture() + " failed unexpectedly", e);
            return failure;
        }
    }

    /** What fails on an interrupted thread, a call of the database say, fails because of that. */
    private static TrialOutcome failed(String code, String message) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted meanwhile: " + message);
        }
        return TrialOutcome.failed(code, message);
    }

    /** Model files are named by the hash of their content. */
    private static String hash(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
