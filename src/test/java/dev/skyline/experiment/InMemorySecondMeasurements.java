package dev.skyline.experiment;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Second measurements for unit tests. */
public final class InMemorySecondMeasurements implements SecondMeasurements {

    private final Supplier<List<Experiment>> experiments;
    private final Set<ExperimentId> decided = new HashSet<>();
    private final Set<TrialId> waiting = new HashSet<>();
    private final Map<TrialId, SecondMeasurement> measured = new HashMap<>();

    public InMemorySecondMeasurements(Supplier<List<Experiment>> experiments) {
        this.experiments = experiments;
    }

    public void clear() {
        decided.clear();
        waiting.clear();
        measured.clear();
    }

    void forget(ExperimentId id) {
        waiting.removeIf(trial -> trial.experiment().equals(id));
        measured.keySet().removeIf(trial -> trial.experiment().equals(id));
    }

    @Override
    public List<ExperimentId> undecided() {
        return experiments.get().stream()
                .filter(experiment -> experiment.state() == ExperimentState.SUCCEEDED)
                .filter(experiment -> !decided.contains(experiment.id()))
                .sorted(Comparator.comparing(
                        experiment -> experiment.finishedAt().orElseThrow()))
                .map(Experiment::id)
                .toList();
    }

    @Override
    public void decide(ExperimentId id, Collection<Integer> trials) {
        if (decided.add(id)) {
            trials.forEach(number -> waiting.add(new TrialId(id, number)));
        }
    }

    @Override
    public List<TrialId> waiting() {
        return waiting.stream().sorted(Comparator.comparing(TrialId::number)).toList();
    }

    @Override
    public boolean isWaiting(TrialId trial) {
        return waiting.contains(trial);
    }

    @Override
    public void record(SecondMeasurement measurement) {
        if (waiting.remove(measurement.trial())) {
            measured.put(measurement.trial(), measurement);
        }
    }

    @Override
    public List<SecondMeasurement> of(ExperimentId id) {
        return measured.values().stream()
                .filter(measurement -> measurement.trial().experiment().equals(id))
                .sorted(Comparator.comparing(measurement -> measurement.trial().number()))
                .toList();
    }
}
