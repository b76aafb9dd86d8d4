package dev.skyline.search;

import dev.skyline.comparison.Comparison;
import dev.skyline.comparison.ComparisonRun;
import dev.skyline.comparison.InMemoryComparisons;
import dev.skyline.comparison.StrategyReport;
import dev.skyline.estimator.Estimate;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.estimator.Progress;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Candidate;
import dev.skyline.network.Costs;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SearchBench.DraftBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whole searches in which trials differ in what is spent on them. */
class FidelityLoopTest {

    private static final MetricKey ACCURACY = MetricKey.of(Metric.ACCURACY);
    private static final Fidelity FULL = Fidelity.epochs(9);

    private final SearchBench bench = new SearchBench();

    /** The fewer the epochs the better it seems, so that promises, if they counted, would be the whole front. */
    private final class Promising implements PerformanceEstimator {

        @Override
        public Estimate estimate(Candidate candidate, Fidelity fidelity, Progress progress) {
            bench.evaluations++;
            double accuracy = Math.log10(Costs.of(candidate.network()).parameters()) / 10
                    + 0.1 * (FULL.epochs() - fidelity.epochs()) / FULL.epochs();
            return new Estimate(
                    Measurements.of(Measurement.measured(Metric.ACCURACY, accuracy)),
                    List.of(),
                    false,
                    Optional.empty());
        }

        @Override
        public Fidelity fullFidelity() {
            return FULL;
        }
    }

    @BeforeEach
    void estimate() {
        bench.estimator = new Promising();
    }

    private ExperimentId finished(DraftBuilder draft) throws InterruptedException {
        ExperimentId id = bench.submit.submit(draft.build()).id();
        bench.finish(id);
        return id;
    }

    private static DraftBuilder draft(String strategy, int trials) {
        DraftBuilder draft = SearchBench.draft();
        draft.strategy = PluginSpec.of(strategy);
        draft.maxTrials = trials;
        draft.parallelism = 3;
        return draft;
    }

    @ParameterizedTest
    @ValueSource(strings = {"successive-halving", "hyperband", "asha", "bohb"})
    void onlyTrialsOfTheHighestFidelityCountAsResults(String strategy) throws InterruptedException {
        ExperimentId id = finished(draft(strategy, 80));
        Experiment experiment = bench.experiments.find(id).orElseThrow();
        List<Trial> recorded = bench.recorded(id);
        Axes axes = Axes.of(experiment.spec(), Optional.empty(), Optional.empty());

        assertThat(recorded.stream().map(trial -> trial.fidelity().epochs()).collect(Collectors.toSet()))
                .isEqualTo(Set.of(1, 3, 9));
        ReadFront read = new ReadFront(bench.histories);
        assertThat(read.front(experiment, axes).points())
                .isNotEmpty()
                .allMatch(point -> point.trial().fidelity().equals(FULL));
        assertThat(read.scatter(experiment, axes)).hasSize(80);
        double best = recorded.stream()
                .filter(trial -> trial.fidelity().equals(FULL))
                .mapToDouble(trial -> trial.measurements().value(ACCURACY).orElseThrow())
                .max()
                .orElseThrow();
        assertThat(new ReadHistory(bench.histories)
                        .read(experiment, 80)
                        .points()
                        .get(79)
                        .best())
                .containsEntry(ACCURACY, best);
    }

    @Test
    void aGoalIsNotReachedByAPromise() throws InterruptedException {
        DraftBuilder draft = draft("hyperband", 80);
        draft.objectives = List.of(new Draft.Objective("accuracy", Optional.empty(), OptionalDouble.of(0.53)));
        ExperimentId id = bench.submit.submit(draft.build()).id();
        Experiment ended = bench.finish(id);

        assertThat(bench.recorded(id))
                .anyMatch(trial -> trial.measurements().value(ACCURACY).orElseThrow() >= 0.53);
        assertThat(ended.end().map(End::reason)).hasValue("MaxTrialsReached");
    }

    @Test
    void whatIsRememberedIsRememberedByItsFidelity() throws InterruptedException {
        DraftBuilder draft = draft("hyperband", 80);
        draft.parallelism = 1;
        finished(draft);
        int once = bench.evaluations;
        ExperimentId again = finished(draft);

        assertThat(once).isEqualTo(80);
        assertThat(bench.evaluations).isEqualTo(once);
        assertThat(bench.recorded(again)).allMatch(Trial::fromMemory);
    }

    @Test
    void aLowestRungAboveTheEstimatorsEffortIsRefusedAtSubmission() {
        DraftBuilder draft = draft("hyperband", 80);
        draft.strategy = new PluginSpec("hyperband", Map.of("minEpochs", 10));

        assertThatThrownBy(() -> bench.check.check(draft.build()))
                .isInstanceOfSatisfying(
                        InvalidExperiment.class, e -> assertThat(e.getMessage()).contains("strategy", "minEpochs"));
    }

    @Test
    void inAComparisonTrialsOfLowerFidelityAreEvaluationsThatImproveNothing() throws InterruptedException {
        InMemoryComparisons comparisons = new InMemoryComparisons(bench.experiments, bench.trials);
        Comparison comparison = new CompareStrategies(bench.check, bench.submit, comparisons, Clock.systemUTC())
                .submit(
                        draft("random", 80).build(),
                        List.of(PluginSpec.of("random"), PluginSpec.of("successive-halving")),
                        List.of(1L));
        new AdvanceComparisons(comparisons, bench.control, 2, bench.clock).advance();
        for (ComparisonRun run : comparison.runs()) {
            bench.finish(run.experiment());
        }

        StrategyReport halving = new ReadComparison(comparisons, bench.experiments, new RecordedValues(bench::recorded))
                .read(comparison.id())
                .orElseThrow()
                .report()
                .orElseThrow()
                .strategies()
                .get(1);
        List<Trial> full = bench.recorded(comparison.runs().get(1).experiment()).stream()
                .filter(trial -> trial.fidelity().equals(FULL))
                .toList();
        assertThat(full).hasSizeBetween(1, 60);
        assertThat(halving.mean())
                .hasValue(full.stream()
                        .mapToDouble(
                                trial -> trial.measurements().value(ACCURACY).orElseThrow())
                        .max()
                        .orElseThrow());
        assertThat(halving.curve().get(0).evaluation())
                .isEqualTo((int) full.get(0).sequence().orElseThrow());
        assertThat(halving.curve().get(halving.curve().size() - 1).evaluation()).isEqualTo(80);
    }
}
