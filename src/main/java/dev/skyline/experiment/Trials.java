package dev.skyline.experiment;

import dev.skyline.architecture.ArchitectureId;
import dev.skyline.metric.Fidelity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps trials. Every method is one transaction, or joins the caller's. */
public interface Trials {

    /** Adds a trial that was proposed; its number must be new. */
    void add(Trial trial);

    /**
     * Adds trials in this order, some of which may have been settled where they were proposed: their sequence numbers must
     * be the next ones, which whoever has claimed the experiment knows.
     */
    default void addAll(List<Trial> trials) {
        trials.forEach(this::add);
    }

    /**
     * Stores new values of trials that are there. The caller holds their experiment and gives the next sequence numbers.
     */
    void updateAll(List<Trial> trials);

    Optional<Trial> find(TrialId id);

    /** Finished trials whose sequence number is greater than {@code sequence}, in that order. */
    List<Trial> recordedAfter(ExperimentId id, long sequence);

    /** Those queued or running, by number. */
    List<Trial> unfinished(ExperimentId id);

    /** Those that have no sequence number: unfinished or cancelled. */
    List<Trial> unsequenced(ExperimentId id);

    /** The greatest number given so far; 0 for none. */
    int lastNumber(ExperimentId id);

    /** Marks a trial as begun by a worker, once more; empty where it has ended or is gone. */
    Optional<Trial> start(TrialId id, Instant now);

    /**
     * Ends a trial and gives its outcome the next sequence number, unless it has ended already or a later attempt has
     * begun: so an outcome is recorded once, whoever reports it.
     *
     * @return the recorded trial, or empty where this report came too late
     */
    Optional<Trial> record(TrialId id, int attempt, TrialOutcome outcome, Instant now);

    /** Hashes of the model files that trials of any experiment refer to. */
    Set<String> models();

    /** When the trial began that has been running longest; empty where none runs. */
    Optional<Instant> runningSince();

    /** Ends all unfinished trials of an experiment as CANCELLED. */
    List<Trial> cancelAll(ExperimentId id, End why, Instant now);

    /**
     * The first evaluated trial, of any experiment, of this architecture under these terms at this fidelity.
     *
     * @param terms as {@link ExperimentSpec#terms()} of its experiment
     */
    Optional<Trial> remembered(String terms, ArchitectureId architecture, Fidelity fidelity);
}
