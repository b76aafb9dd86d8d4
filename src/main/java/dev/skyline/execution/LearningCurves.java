package dev.skyline.execution;

import dev.skyline.estimator.EpochReport;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.TrialId;

import java.util.List;

/** Keeps the learning curves of trials. */
public interface LearningCurves {

    /** Adds a point to the curve of an attempt; the points of earlier attempts are dropped. */
    void add(TrialId trial, int attempt, EpochReport report);

    /** The curve of the latest attempt, by epoch. */
    List<EpochReport> of(TrialId trial);

    /**
     * Of each of the latest evaluated trials of an experiment whose curves reach this epoch, the mean accuracy up to it;
     * in no order, at most 200.
     */
    List<Double> averages(ExperimentId experiment, int epoch);
}
