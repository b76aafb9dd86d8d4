package dev.skyline.search;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SearchBench.DraftBuilder;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** One model for several devices, and one search for a front on each of them. */
class AggregateSearchTest {

    private static final MetricKey ACCURACY = MetricKey.of(Metric.ACCURACY);
    private static final MetricKey WORST = MetricKey.parse("latency@max(pi,gpu)");

    private final SearchBench bench = new SearchBench();

    private static Draft.Objective objective(String metric, String target) {
        return new Draft.Objective(metric, Optional.ofNullable(target), OptionalDouble.empty());
    }

    private void addRows() throws IOException {
        bench.addBenchmark("rows", PluginSpec.of("rows"), """
                architecture,accuracy,latency@pi,latency@gpu
                quickOnPi,0.70,1,9
                quickOnGpu,0.70,9,1
                evenly,0.69,4,5
                slow,0.90,8,8
                poor,0.10,6,6
                """);
    }

    private DraftBuilder onRows() {
        DraftBuilder draft = SearchBench.draft();
        draft.on = Draft.On.benchmark("rows");
        draft.space = null;
        draft.maxTrials = 40;
        return draft;
    }

    private Experiment run(DraftBuilder draft) throws InterruptedException {
        return bench.finish(bench.submit.submit(draft.build()).id());
    }

    private List<String> front(Experiment experiment, MetricKey cost) {
        return new ReadFront(bench.histories)
                .front(experiment, new Axes(cost, ACCURACY)).points().stream()
                        .map(point -> point.trial().architecture().text())
                        .distinct()
                        .toList();
    }

    @Test
    void oneSearchGivesAFrontForEachDeviceAndTheOneModelForAll() throws Exception {
        addRows();
        DraftBuilder draft = onRows();
        draft.objectives = List.of(
                objective("accuracy", null),
                objective("latency", "pi"),
                objective("latency", "gpu"),
                objective("latency", "max(pi,gpu)"));

        Experiment ended = run(draft);

        assertThat(ended.spec().hardwareTargets()).containsExactly("pi", "gpu");
        assertThat(front(ended, MetricKey.of(Metric.LATENCY, "pi"))).containsExactly("quickOnPi", "slow");
        assertThat(front(ended, MetricKey.of(Metric.LATENCY, "gpu"))).containsExactly("quickOnGpu", "slow");
        assertThat(front(ended, WORST)).containsExactly("evenly", "slow");
        Trial evenly = bench.recorded(ended.id()).stream()
                .filter(trial -> trial.architecture().text().equals("evenly"))
                .findFirst()
                .orElseThrow();
        assertThat(evenly.measurements().find(WORST)).hasValue(Measurement.of(WORST, 5, Source.TABLE));
    }

    @Test
    void aLimitOnAnAggregateHoldsBeforeAnythingIsEvaluated() throws Exception {
        addRows();
        DraftBuilder draft = onRows();
        draft.constraints = List.of(new Draft.Constraint(
                "latency", Optional.of("sum(pi,gpu)"), OptionalDouble.of(9.5), OptionalDouble.empty()));

        Experiment ended = run(draft);

        assertThat(bench.recorded(ended.id()))
                .extracting(trial -> trial.architecture().text())
                .containsOnly("evenly");
    }

    @Test
    void aPartThatIsMeasuredAfterTheTrainingMakesTheValueThen() throws InterruptedException {
        bench.targets.add(new HardwareTargetSpec("npu", PluginSpec.of("counted"), "", Instant.EPOCH));
        DraftBuilder draft = SearchBench.draft();
        draft.objectives = List.of(objective("accuracy", null), objective("latency", "max(host,npu)"));
        Experiment ended = run(draft);
        MetricKey worst = MetricKey.parse("latency@max(host,npu)");

        assertThat(bench.recorded(ended.id())).hasSize(10).allSatisfy(trial -> {
            double host = trial.measurements()
                    .value(MetricKey.of(Metric.LATENCY, "host"))
                    .orElseThrow();
            assertThat(trial.measurements().value(worst)).hasValue(host);
            assertThat(trial.measurements().find(worst).orElseThrow().source()).isEqualTo(Source.PREDICTED);
        });
        Experiment again = run(draft);
        assertThat(bench.recorded(again.id()))
                .allMatch(Trial::fromMemory)
                .allMatch(trial -> trial.measurements().value(worst).isPresent());
    }

    @Test
    void whatIsNoAggregateIsRefusedWithItsReason() {
        DraftBuilder draft = SearchBench.draft();
        draft.objectives = List.of(
                objective("accuracy", null), objective("latency", "max(host,moon)"), objective("latency", "max(host)"));
        InvalidExperiment refusal =
                catchThrowableOfType(InvalidExperiment.class, () -> bench.check.check(draft.build()));
        assertThat(refusal.faults())
                .extracting(fault -> fault.field() + ": " + fault.message())
                .anyMatch(text -> text.startsWith("objectives[1].target: there is no hardware target 'moon'"))
                .anyMatch(text -> text.startsWith("objectives[2].aggregate: an aggregate is over 2 to 16"));
    }

    @Test
    void aCloneAsksForTheSame() throws Exception {
        addRows();
        DraftBuilder draft = onRows();
        draft.objectives = List.of(objective("accuracy", null), objective("latency", "max(pi,gpu)"));
        Experiment original = run(draft);
        Experiment clone = bench.copy.copy(
                original.id(), new CloneExperiment.Changes(Optional.empty(), Optional.empty(), true, false));
        assertThat(clone.spec().problem()).isEqualTo(original.spec().problem());
    }
}
