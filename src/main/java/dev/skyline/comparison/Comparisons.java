package dev.skyline.comparison;

import dev.skyline.experiment.Experiment;

import java.util.List;
import java.util.Optional;

/** Keeps comparisons. Every method is one transaction, or joins the caller's. */
public interface Comparisons {

    /**
     * Adds a comparison and its experiments: all of them or nothing.
     *
     * @param experiments of the comparison's runs, not stored yet
     */
    void add(Comparison comparison, List<Experiment> experiments);

    Optional<Comparison> find(ComparisonId id);

    /** Newest first. */
    List<Comparison> list();

    /** Ids of those with an experiment that has not ended, oldest first. */
    List<ComparisonId> unfinished();

    /** Of each run, in the comparison's order; a run whose experiment was deleted is left out. */
    List<RunProgress> progress(ComparisonId id);

    /** How many of its runs have ended; one whose experiment was deleted counts as none. Much cheaper than their progress. */
    int finished(ComparisonId id);

    /** Removes it and leaves its experiments. */
    void delete(ComparisonId id);
}
