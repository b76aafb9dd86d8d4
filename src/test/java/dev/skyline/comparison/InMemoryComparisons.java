package dev.skyline.comparison;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trials;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Comparisons for unit tests. */
public final class InMemoryComparisons implements Comparisons {

    private final Experiments experiments;
    private final Trials trials;
    private final Map<ComparisonId, Comparison> values = new LinkedHashMap<>();

    public InMemoryComparisons(Experiments experiments, Trials trials) {
        this.experiments = experiments;
        this.trials = trials;
    }

    public void clear() {
        values.clear();
    }

    @Override
    public void add(Comparison comparison, List<Experiment> added) {
        added.forEach(experiments::add);
        values.put(comparison.id(), comparison);
    }

    @Override
    public Optional<Comparison> find(ComparisonId id) {
        return Optional.ofNullable(values.get(id));
    }

    @Override
    public List<Comparison> list() {
        List<Comparison> all = new ArrayList<>(values.values());
        all.sort(Comparator.comparing(Comparison::createdAt).reversed());
        return all;
    }

    @Override
    public List<ComparisonId> unfinished() {
        return values.keySet().stream()
                .filter(id -> progress(id).stream().anyMatch(run -> !run.state().isFinished()))
                .toList();
    }

    @Override
    public List<RunProgress> progress(ComparisonId id) {
        return values.get(id).runs().stream().flatMap(this::progress).toList();
    }

    private Stream<RunProgress> progress(ComparisonRun run) {
        Optional<Experiment> experiment = experiments.find(run.experiment());
        return experiment.stream()
                .map(e -> new RunProgress(
                        run,
                        e.state(),
                        e.startedAt().isPresent(),
                        trials.recordedAfter(e.id(), 0).size()));
    }

    @Override
    public int finished(ComparisonId id) {
        return (int)
                progress(id).stream().filter(run -> run.state().isFinished()).count();
    }

    @Override
    public void delete(ComparisonId id) {
        values.remove(id);
    }
}
