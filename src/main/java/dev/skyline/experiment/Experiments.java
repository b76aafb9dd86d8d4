package dev.skyline.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Keeps experiments. Every method is one transaction, or joins the caller's. */
public interface Experiments {

    void add(Experiment experiment);

    Optional<Experiment> find(ExperimentId id);

    /** Ids of those in an active state, oldest first. */
    List<ExperimentId> active();

    /** Ids of those that have not ended, the paused ones included, oldest first. */
    List<ExperimentId> unfinished();

    /**
     * Does {@code work} in one transaction in which nobody else claims or changes the experiment; does nothing where
     * another one has it at present, or where it is gone.
     */
    void claim(ExperimentId id, Consumer<Experiment> work);

    /**
     * Does {@code work} in one transaction in which nobody else claims or changes the experiment, waiting for whoever has
     * it.
     *
     * @throws ExperimentNotFound where it is gone
     */
    <T> T hold(ExperimentId id, Function<Experiment, T> work);

    /**
     * Changes an experiment in one transaction, waiting for whoever has it.
     *
     * @throws ExperimentNotFound where it is gone
     */
    Experiment change(ExperimentId id, Function<Experiment, Experiment> change);

    /** Stores a new value of an experiment that was claimed. */
    void update(Experiment experiment);

    /** Removes it with its trials. */
    void delete(ExperimentId id);

    /** Whether an unfinished experiment uses the data set. */
    boolean usesDataset(String name);

    /** Whether an unfinished experiment uses the benchmark. */
    boolean usesBenchmark(String name);
}
