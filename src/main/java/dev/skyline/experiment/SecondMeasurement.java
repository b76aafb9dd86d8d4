package dev.skyline.experiment;

import dev.skyline.metric.Measurements;

import java.time.Instant;
import java.util.Optional;

/**
 * What a member of a final front costs, measured once more after its search. It stands beside the trial, whose own
 * measurements stay as the strategy saw them.
 *
 * @param measurements by the names of the experiment's targets; empty where it could not be measured
 * @param end why it could not be measured; empty where it was
 */
public record SecondMeasurement(TrialId trial, Measurements measurements, Optional<End> end, Instant at) {}
