package dev.skyline.search;

import dev.skyline.comparison.Comparison;
import dev.skyline.comparison.InMemoryComparisons;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.metric.Interval;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SearchBench.DraftBuilder;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;

class ReadComparisonTest {

    private static final MetricKey LATENCY = MetricKey.of(Metric.LATENCY, "board");

    private final SearchBench bench = new SearchBench();

    @Test
    void whatMeetsALimitWithTooLittleConfidenceDoesNotCount() throws InterruptedException {
        bench.targets.add(new HardwareTargetSpec("board", PluginSpec.of("counted"), "", Instant.EPOCH));
        DraftBuilder draft = SearchBench.draft();
        draft.targets = Optional.of(List.of("board"));
        draft.constraints = List.of(new Draft.Constraint(
                "latency",
                Optional.of("board"),
                OptionalDouble.of(0.5),
                OptionalDouble.empty(),
                OptionalDouble.of(0.9)));
        InMemoryComparisons comparisons = new InMemoryComparisons(bench.experiments, bench.trials);
        Comparison comparison = new CompareStrategies(bench.check, bench.submit, comparisons, Clock.systemUTC())
                .submit(
                        draft.build(),
                        List.of(PluginSpec.of("random"), PluginSpec.of("regularized-evolution")),
                        List.of(1L));
        new AdvanceComparisons(comparisons, bench.control, 2, bench.clock).advance();
        bench.finish(comparison.runs().get(0).experiment());

        OptionalDouble best = new ReadComparison(comparisons, bench.experiments, new RecordedValues(this::told))
                .read(comparison.id())
                .orElseThrow()
                .report()
                .orElseThrow()
                .strategies()
                .get(0)
                .mean();

        assertThat(best).hasValue(0.8);
    }

    /** The better one may well take longer than the limit. */
    private List<Trial> told(ExperimentId id) {
        List<Trial> recorded = bench.recorded(id);
        return List.of(
                outcome(recorded.get(0), 0.8, new Interval(0.45, 0.46)),
                outcome(recorded.get(1), 0.9, new Interval(0.4, 0.6)));
    }

    private static Trial outcome(Trial trial, double accuracy, Interval latency) {
        Measurements found = Measurements.of(
                Measurement.measured(Metric.ACCURACY, accuracy), Measurement.predicted(LATENCY, 0.455, latency));
        return trial.asProposed(Measurements.none())
                .recorded(
                        TrialOutcome.completed(found, Optional.empty()),
                        trial.sequence().orElseThrow(),
                        trial.finishedAt().orElseThrow());
    }
}
