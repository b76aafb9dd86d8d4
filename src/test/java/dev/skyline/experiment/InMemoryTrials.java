package dev.skyline.experiment;

import dev.skyline.architecture.ArchitectureId;
import dev.skyline.metric.Fidelity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Trials for unit tests: a map, guarded by the experiments' locks. */
public final class InMemoryTrials implements Trials {

    private final InMemoryExperiments experiments;
    private final Map<TrialId, Trial> values = new ConcurrentHashMap<>();

    public InMemoryTrials(InMemoryExperiments experiments) {
        this.experiments = experiments;
        experiments.onDelete(
                id -> values.keySet().removeIf(trial -> trial.experiment().equals(id)));
    }

    @Override
    public void add(Trial trial) {
        if (values.putIfAbsent(trial.id(), trial) != null) {
            throw new IllegalStateException("there is a trial " + trial.id());
        }
    }

    @Override
    public void updateAll(List<Trial> trials) {
        trials.forEach(this::store);
    }

    @Override
    public Optional<Trial> find(TrialId id) {
        return Optional.ofNullable(values.get(id));
    }

    @Override
    public List<Trial> recordedAfter(ExperimentId id, long sequence) {
        return of(id).filter(trial -> trial.sequence().orElse(0) > sequence)
                .sorted(Comparator.comparing(trial -> trial.sequence().orElseThrow()))
                .toList();
    }

    @Override
    public List<Trial> unfinished(ExperimentId id) {
        return of(id).filter(trial -> !trial.state().isFinished())
                .sorted(Comparator.comparing(Trial::number))
                .toList();
    }

    @Override
    public List<Trial> unsequenced(ExperimentId id) {
        return of(id).filter(trial -> trial.sequence().isEmpty())
                .sorted(Comparator.comparing(Trial::number))
                .toList();
    }

    @Override
    public int lastNumber(ExperimentId id) {
        return of(id).mapToInt(Trial::number).max().orElse(0);
    }

    @Override
    public Optional<Trial> start(TrialId id, Instant now) {
        return experiments.locked(
                id.experiment(), () -> open(id, trial -> true).map(trial -> store(trial.started(now))));
    }

    @Override
    public Optional<Trial> record(TrialId id, int attempt, TrialOutcome outcome, Instant now) {
        return experiments.locked(
                id.experiment(),
                () -> open(id, trial -> trial.attempt() == attempt)
                        .map(trial -> store(trial.recorded(outcome, lastSequence(id.experiment()) + 1, now))));
    }

    @Override
    public Set<String> models() {
        return values.values().stream().flatMap(trial -> trial.model().stream()).collect(Collectors.toSet());
    }

    @Override
    public Optional<Instant> runningSince() {
        return values.values().stream()
                .filter(trial -> trial.state() == TrialState.RUNNING)
                .flatMap(trial -> trial.startedAt().stream())
                .min(Comparator.naturalOrder());
    }

    @Override
    public List<Trial> cancelAll(ExperimentId id, End why, Instant now) {
        return experiments.locked(
                id,
                () -> unfinished(id).stream()
                        .map(trial -> store(trial.cancelled(why, now)))
                        .toList());
    }

    @Override
    public Optional<Trial> remembered(String terms, ArchitectureId architecture, Fidelity fidelity) {
        return values.values().stream()
                .filter(trial -> trial.state().isEvaluated())
                .filter(trial -> trial.architecture().id().equals(architecture)
                        && trial.fidelity().equals(fidelity))
                .filter(trial -> experiments
                        .find(trial.id().experiment())
                        .filter(experiment -> experiment.spec().terms().equals(terms))
                        .isPresent())
                .min(Comparator.comparing(trial -> trial.finishedAt().orElseThrow()));
    }

    private Optional<Trial> open(TrialId id, Predicate<Trial> which) {
        return find(id).filter(trial -> !trial.state().isFinished()).filter(which);
    }

    private long lastSequence(ExperimentId id) {
        return of(id).mapToLong(trial -> trial.sequence().orElse(0)).max().orElse(0);
    }

    private Trial store(Trial trial) {
        values.put(trial.id(), trial);
        return trial;
    }

    private Stream<Trial> of(ExperimentId id) {
        return values.values().stream().filter(trial -> trial.id().experiment().equals(id));
    }
}
