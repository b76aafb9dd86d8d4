package dev.skyline.search;

import dev.skyline.comparison.Analysis;
import dev.skyline.comparison.Analysis.FinishedRun;
import dev.skyline.comparison.Comparison;
import dev.skyline.comparison.ComparisonId;
import dev.skyline.comparison.ComparisonReport;
import dev.skyline.comparison.Comparisons;
import dev.skyline.comparison.RunProgress;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.view.TrialTable;
import dev.skyline.experiment.view.TrialValues;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Interval;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Problem;
import dev.skyline.metric.Score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a comparison says: its report is kept until another of its runs has finished. Only trials of the highest fidelity
 * that any of its runs has reached count; the others are evaluations, too, and leave a course as it is.
 */
public final class ReadComparison {

    private static final int KEPT = 16;

    private final Comparisons comparisons;
    private final Experiments experiments;
    private final TrialTable trials;
    private final Map<ComparisonId, Kept> kept = new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ComparisonId, Kept> eldest) {
            return size() > KEPT;
        }
    };

    private record Kept(long finished, ComparisonReport report) {}

    /**
     * A comparison, how far its runs have come, and what the finished ones say.
     *
     * @param report empty while no run has finished
     */
    public record Reading(Comparison comparison, List<RunProgress> progress, Optional<ComparisonReport> report) {}

    public ReadComparison(Comparisons comparisons, Experiments experiments, TrialTable trials) {
        this.comparisons = comparisons;
        this.experiments = experiments;
        this.trials = trials;
    }

    /** All comparisons, newest first. */
    public List<Comparison> list() {
        return comparisons.list();
    }

    /** How many of its runs have ended. */
    public int finished(ComparisonId id) {
        return comparisons.finished(id);
    }

    /** O(trials of the finished runs) where one has finished since the last time. */
    public Optional<Reading> read(ComparisonId id) {
        return comparisons.find(id).map(comparison -> {
            List<RunProgress> progress = comparisons.progress(id);
            List<RunProgress> finished =
                    progress.stream().filter(run -> run.state().isFinished()).toList();
            return new Reading(comparison, progress, report(comparison, finished));
        });
    }

    private Optional<ComparisonReport> report(Comparison comparison, List<RunProgress> finished) {
        Optional<Problem> problem = finished.stream()
                .map(run -> experiments.find(run.run().experiment()))
                .flatMap(Optional::stream)
                .map(experiment -> experiment.spec().problem())
                .findFirst();
        if (problem.isEmpty()) {
            return Optional.empty();
        }
        synchronized (kept) {
            Kept known = kept.get(comparison.id());
            if (known != null && known.finished() == finished.size()) {
                return Optional.of(known.report());
            }
        }
        ComparisonReport report = analyse(comparison, finished, problem.get());
        synchronized (kept) {
            kept.put(comparison.id(), new Kept(finished.size(), report));
        }
        return Optional.of(report);
    }

    private ComparisonReport analyse(Comparison comparison, List<RunProgress> finished, Problem problem) {
        List<Long> seeds =
                comparison.runs().stream().map(run -> run.seed()).distinct().toList();
        List<MetricKey> keys = problem.keys().toList();
        List<MetricKey> unsure = problem.constraints().stream()
                .filter(constraint -> constraint.confidence().isPresent())
                .map(Constraint::key)
                .distinct()
                .toList();
        List<List<TrialValues>> values = finished.stream()
                .map(run -> trials.values(run.run().experiment(), keys, unsure))
                .toList();
        Optional<Fidelity> highest =
                Results.highest(values.stream().flatMap(List::stream).map(TrialValues::fidelity));
        List<FinishedRun> runs = IntStream.range(0, finished.size())
                .mapToObj(i -> new FinishedRun(
                        finished.get(i).run().strategy(),
                        seeds.indexOf(finished.get(i).run().seed()),
                        scores(
                                values.get(i).stream()
                                        .filter(trial -> trial.fidelity().equals(highest.orElseThrow()))
                                        .toList(),
                                finished.get(i).trials(),
                                keys,
                                problem)))
                .toList();
        return Analysis.of(problem, comparison.strategies(), seeds.size(), runs);
    }

    /** By evaluation; null for a trial without values, and for those that do not count. */
    private static List<Score> scores(
            List<TrialValues> counting, int evaluations, List<MetricKey> keys, Problem problem) {
        List<Score> scores = new ArrayList<>(Collections.nCopies(evaluations, null));
        for (TrialValues trial : counting) {
            int place = (int) trial.sequence() - 1;
            if (place < evaluations) {
                problem.score(measurements(keys, trial)).ifPresent(score -> scores.set(place, score));
            }
        }
        return scores;
    }

    private static Measurements measurements(List<MetricKey> keys, TrialValues trial) {
        return Measurements.of(IntStream.range(0, keys.size())
                .filter(k -> trial.values().get(k).isPresent())
                .mapToObj(k -> measurement(keys.get(k), trial.values().get(k).getAsDouble(), trial.intervals()))
                .toList());
    }

    private static Measurement measurement(MetricKey key, double value, Map<MetricKey, Interval> intervals) {
        return intervals.containsKey(key)
                ? Measurement.predicted(key, value, intervals.get(key))
                : Measurement.of(key, value, Measurement.Source.MEASURED);
    }
}
