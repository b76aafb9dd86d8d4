package dev.skyline.comparison;

import dev.skyline.experiment.ExperimentState;

/**
 * How far a run has come.
 *
 * @param begun whether it ever ran
 * @param trials outcomes recorded so far
 */
public record RunProgress(ComparisonRun run, ExperimentState state, boolean begun, int trials) {}
