package dev.skyline.api.fake;

import dev.skyline.experiment.BenchmarkRef;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Subject;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Experiments in the order in which they were added. Nobody advances them: another node always has the claim. */
public final class MemoryExperiments implements Experiments {

    private final Map<ExperimentId, Experiment> all = new LinkedHashMap<>();

    void clear() {
        all.clear();
    }

    List<Experiment> list() {
        return List.copyOf(all.values());
    }

    @Override
    public void add(Experiment experiment) {
        all.put(experiment.id(), experiment);
    }

    @Override
    public Optional<Experiment> find(ExperimentId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<ExperimentId> active() {
        return all.values().stream()
                .filter(e -> e.state().isActive())
                .map(Experiment::id)
                .toList();
    }

    @Override
    public List<ExperimentId> unfinished() {
        return all.values().stream()
                .filter(e -> !e.state().isFinished())
                .map(Experiment::id)
                .toList();
    }

    @Override
    public void claim(ExperimentId id, Consumer<Experiment> work) {}

    @Override
    public <T> T hold(ExperimentId id, Function<Experiment, T> work) {
        return work.apply(find(id).orElseThrow(() -> new ExperimentNotFound(id)));
    }

    @Override
    public Experiment change(ExperimentId id, Function<Experiment, Experiment> change) {
        Experiment before = find(id).orElseThrow(() -> new ExperimentNotFound(id));
        Experiment changed = change.apply(before);
        all.put(id, changed);
        return changed;
    }

    @Override
    public void update(Experiment experiment) {
        all.put(experiment.id(), experiment);
    }

    @Override
    public void delete(ExperimentId id) {
        all.remove(id);
    }

    @Override
    public boolean usesDataset(String name) {
        return uses(subject -> subject instanceof DatasetRef data && data.name().equals(name));
    }

    @Override
    public boolean usesBenchmark(String name) {
        return uses(
                subject -> subject instanceof BenchmarkRef table && table.name().equals(name));
    }

    private boolean uses(Predicate<Subject> which) {
        return all.values().stream()
                .anyMatch(e -> !e.state().isFinished() && which.test(e.spec().subject()));
    }
}
