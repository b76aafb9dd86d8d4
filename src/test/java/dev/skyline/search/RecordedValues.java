package dev.skyline.search;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.view.Page;
import dev.skyline.experiment.view.PageRequest;
import dev.skyline.experiment.view.TrialCounts;
import dev.skyline.experiment.view.TrialSort;
import dev.skyline.experiment.view.TrialTable;
import dev.skyline.experiment.view.TrialValues;
import dev.skyline.metric.Interval;
import dev.skyline.metric.MetricKey;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What a comparison reads of recorded trials. */
record RecordedValues(Function<ExperimentId, List<Trial>> recorded) implements TrialTable {

    @Override
    public List<TrialValues> values(ExperimentId id, List<MetricKey> metrics, List<MetricKey> intervals) {
        return recorded.apply(id).stream()
                .filter(trial -> trial.state().isEvaluated())
                .map(trial -> new TrialValues(
                        trial.number(),
                        trial.sequence().orElseThrow(),
                        trial.fidelity(),
                        trial.finishedAt().orElseThrow(),
                        metrics.stream()
                                .map(key -> trial.measurements().value(key))
                                .toList(),
                        intervals(trial, intervals)))
                .toList();
    }

    private static Map<MetricKey, Interval> intervals(Trial trial, List<MetricKey> wanted) {
        Map<MetricKey, Interval> found = new HashMap<>();
        trial.measurements()
                .only(wanted::contains)
                .forEach(m -> m.interval().ifPresent(interval -> found.put(m.key(), interval)));
        return found;
    }

    @Override
    public Page<Trial> page(ExperimentId id, Set<TrialState> states, TrialSort sort, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrialCounts counts(ExperimentId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Trial> trials(ExperimentId id, Collection<Integer> numbers) {
        throw new UnsupportedOperationException();
    }
}
