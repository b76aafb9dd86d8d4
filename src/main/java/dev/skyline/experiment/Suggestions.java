package dev.skyline.experiment;

import java.util.List;
import java.util.Optional;

/** Keeps who has which trial. Every method is one transaction, or joins the caller's. */
public interface Suggestions {

    /** Stores it in place of an earlier one of the same trial. */
    void put(Suggestion suggestion);

    /** As {@link #put} for each. */
    default void putAll(List<Suggestion> suggestions) {
        suggestions.forEach(this::put);
    }

    Optional<Suggestion> find(TrialId trial);

    /** Those of an experiment's unfinished trials, by number. */
    List<Suggestion> open(ExperimentId experiment);
}
