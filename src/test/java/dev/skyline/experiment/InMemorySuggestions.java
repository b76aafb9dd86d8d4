package dev.skyline.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Suggestions for unit tests. */
public final class InMemorySuggestions implements Suggestions {

    private final Trials trials;
    private final Map<TrialId, Suggestion> values = new ConcurrentHashMap<>();

    public InMemorySuggestions(Trials trials) {
        this.trials = trials;
    }

    public void clear() {
        values.clear();
    }

    @Override
    public void put(Suggestion suggestion) {
        values.put(suggestion.trial(), suggestion);
    }

    @Override
    public Optional<Suggestion> find(TrialId trial) {
        return Optional.ofNullable(values.get(trial))
                .filter(held -> trials.find(held.trial()).isPresent());
    }

    @Override
    public List<Suggestion> open(ExperimentId experiment) {
        return values.values().stream()
                .filter(held -> held.trial().experiment().equals(experiment))
                .filter(held -> trials.find(held.trial())
                        .filter(trial -> !trial.state().isFinished())
                        .isPresent())
                .sorted(Comparator.comparing(held -> held.trial().number()))
                .toList();
    }
}
