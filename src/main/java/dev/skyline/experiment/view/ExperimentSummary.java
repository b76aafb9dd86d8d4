package dev.skyline.experiment.view;

import dev.skyline.experiment.Experiment;

/** An experiment and how far it is. */
public record ExperimentSummary(Experiment experiment, TrialCounts trials) {}
