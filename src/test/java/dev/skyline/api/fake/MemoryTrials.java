package dev.skyline.api.fake;

import dev.skyline.architecture.ArchitectureId;
import dev.skyline.estimator.EpochReport;
import dev.skyline.execution.LearningCurves;
import dev.skyline.experiment.End;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.Trials;
import dev.skyline.experiment.view.Page;
import dev.skyline.experiment.view.PageRequest;
import dev.skyline.experiment.view.TrialCounts;
import dev.skyline.experiment.view.TrialSort;
import dev.skyline.experiment.view.TrialTable;
import dev.skyline.experiment.view.TrialValues;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.MetricKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Trials and learning curves; lists are filtered but unsorted, and it remembers in which order they were asked for. */
public final class MemoryTrials implements Trials, TrialTable, LearningCurves {

    private final Map<TrialId, Trial> all = new LinkedHashMap<>();
    private final Map<TrialId, List<EpochReport>> curves = new HashMap<>();
    private TrialSort askedSort = TrialSort.by(TrialSort.Field.NUMBER, false);

    public TrialSort askedSort() {
        return askedSort;
    }

    void clear() {
        all.clear();
        curves.clear();
    }

    private Stream<Trial> of(ExperimentId id) {
        return all.values().stream().filter(t -> t.id().experiment().equals(id));
    }

    @Override
    public void add(Trial trial) {
        all.put(trial.id(), trial);
    }

    @Override
    public void updateAll(List<Trial> trials) {
        trials.forEach(this::add);
    }

    @Override
    public Optional<Trial> find(TrialId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<Trial> recordedAfter(ExperimentId id, long sequence) {
        return of(id).filter(t -> t.sequence().orElse(0) > sequence)
                .sorted(Comparator.comparingLong(t -> t.sequence().orElseThrow()))
                .toList();
    }

    @Override
    public List<Trial> unfinished(ExperimentId id) {
        return of(id).filter(t -> !t.state().isFinished()).toList();
    }

    @Override
    public List<Trial> unsequenced(ExperimentId id) {
        return of(id).filter(t -> t.sequence().isEmpty()).toList();
    }

    @Override
    public int lastNumber(ExperimentId id) {
        return of(id).mapToInt(Trial::number).max().orElse(0);
    }

    @Override
    public Optional<Trial> start(TrialId id, Instant now) {
        Optional<Trial> started = find(id).map(t -> t.started(now));
        started.ifPresent(this::add);
        return started;
    }

    @Override
    public Optional<Trial> record(TrialId id, int attempt, TrialOutcome outcome, Instant now) {
        long last =
                of(id.experiment()).mapToLong(t -> t.sequence().orElse(0)).max().orElse(0);
        Optional<Trial> recorded = find(id).map(t -> t.recorded(outcome, last + 1, now));
        recorded.ifPresent(this::add);
        return recorded;
    }

    @Override
    public Set<String> models() {
        return all.values().stream().flatMap(trial -> trial.model().stream()).collect(Collectors.toSet());
    }

    @Override
    public Optional<Instant> runningSince() {
        return all.values().stream()
                .filter(trial -> trial.state() == TrialState.RUNNING)
                .flatMap(trial -> trial.startedAt().stream())
                .min(Comparator.naturalOrder());
    }

    @Override
    public List<Trial> cancelAll(ExperimentId id, End why, Instant now) {
        List<Trial> cancelled =
                unfinished(id).stream().map(t -> t.cancelled(why, now)).toList();
        cancelled.forEach(this::add);
        return cancelled;
    }

    @Override
    public Optional<Trial> remembered(String terms, ArchitectureId architecture, Fidelity fidelity) {
        return Optional.empty();
    }

    @Override
    public Page<Trial> page(ExperimentId id, Set<TrialState> states, TrialSort sort, PageRequest request) {
        askedSort = sort;
        List<Trial> matching = of(id).filter(t -> states.isEmpty() || states.contains(t.state()))
                .toList();
        List<Trial> items =
                matching.stream().skip(request.offset()).limit(request.size()).toList();
        return Page.of(items, request, matching.size());
    }

    @Override
    public TrialCounts counts(ExperimentId id) {
        return TrialCounts.of(of(id).collect(Collectors.toMap(Trial::state, t -> 1, Integer::sum)));
    }

    @Override
    public List<Trial> trials(ExperimentId id, Collection<Integer> numbers) {
        return of(id).filter(t -> numbers.contains(t.number())).toList();
    }

    @Override
    public List<TrialValues> values(ExperimentId id, List<MetricKey> metrics, List<MetricKey> intervals) {
        throw new UnsupportedOperationException("the API reads histories");
    }

    @Override
    public void add(TrialId trial, int attempt, EpochReport report) {
        curves.computeIfAbsent(trial, id -> new ArrayList<>()).add(report);
    }

    @Override
    public List<EpochReport> of(TrialId trial) {
        return curves.getOrDefault(trial, List.of());
    }

    @Override
    public List<Double> averages(ExperimentId experiment, int epoch) {
        return List.of();
    }
}
