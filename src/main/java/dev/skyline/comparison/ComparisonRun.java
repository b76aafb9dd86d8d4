package dev.skyline.comparison;

import dev.skyline.experiment.ExperimentId;

/**
 * One strategy with one seed.
 *
 * @param strategy place in the comparison's list, from 0
 * @param experiment that is this run
 */
public record ComparisonRun(int strategy, long seed, ExperimentId experiment) {}
