package dev.skyline.experiment;

import java.util.Collection;
import java.util.List;

/** Keeps what is to be measured again, and what it came to. Every method is one transaction, or joins the caller's. */
public interface SecondMeasurements {

    /** Searches that have succeeded and of which nobody has chosen what to measure again; oldest first, at most 100. */
    List<ExperimentId> undecided();

    /** Has these trials measured again, by their numbers. Does nothing where that was decided before. */
    void decide(ExperimentId id, Collection<Integer> trials);

    /** Those that are not measured yet, those of older searches first; at most 1000. */
    List<TrialId> waiting();

    /** Whether one is not measured yet. */
    boolean isWaiting(TrialId trial);

    /** Stores what came of it. Does nothing where it is stored already, or the trial is gone. */
    void record(SecondMeasurement measured);

    /** Those of an experiment that have been measured, by number. */
    List<SecondMeasurement> of(ExperimentId id);
}
