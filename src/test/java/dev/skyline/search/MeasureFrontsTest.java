package dev.skyline.search;

import dev.skyline.execution.InMemoryLeases;
import dev.skyline.execution.LongWork;
import dev.skyline.execution.SoleWork;
import dev.skyline.execution.TrainedModels;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.InMemorySecondMeasurements;
import dev.skyline.experiment.SecondMeasurement;
import dev.skyline.experiment.Trial;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.ReadFront.Point;
import dev.skyline.search.SearchBench.DraftBuilder;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MeasureFrontsTest {

    private static final MetricKey HOST = MetricKey.of(Metric.LATENCY, "host");

    private final SearchBench bench = new SearchBench();
    private final InMemorySecondMeasurements second = new InMemorySecondMeasurements(bench.experiments::list);
    private final InMemoryLeases leases = new InMemoryLeases();
    private final MeasureFronts measure = node();

    private MeasureFronts node() {
        return new MeasureFronts(
                bench.experiments,
                bench.trials,
                second,
                new FinalFront(bench.histories, bench.targets, bench.catalogue),
                new TrainedModels(Path.of("no such folder")),
                bench.catalogue,
                new SoleWork(leases),
                Clock.systemUTC());
    }

    private Experiment run(String target) throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.maxTrials = 40;
        draft.memory = false;
        draft.constraints = List.of(
                new Draft.Constraint("latency", Optional.of(target), OptionalDouble.of(0.2), OptionalDouble.empty()));
        draft.objectives = List.of(
                new Draft.Objective("accuracy", Optional.empty(), OptionalDouble.empty()),
                new Draft.Objective("latency", Optional.of(target), OptionalDouble.empty()));
        return bench.finish(bench.submit.submit(draft.build()).id());
    }

    private List<Integer> front(Experiment experiment, MetricKey cost) {
        return new ReadFront(bench.histories)
                .front(experiment, new Axes(cost, MetricKey.of(Metric.ACCURACY))).points().stream()
                        .map(Point::trial)
                        .map(Trial::number)
                        .sorted()
                        .toList();
    }

    @Test
    void theMembersOfAFinalFrontAreMeasuredAgainAndNobodyElse() throws InterruptedException {
        Experiment ended = run("host");
        List<Trial> before = bench.recorded(ended.id());
        bench.slowness = 1.25;

        SearchBench.doAll(measure.due());
        SearchBench.doAll(node().due());

        List<SecondMeasurement> measured = second.of(ended.id());
        assertThat(measured)
                .extracting(again -> again.trial().number())
                .containsExactlyElementsOf(front(ended, HOST))
                .hasSizeLessThan(40);
        assertThat(measured).allSatisfy(again -> {
            double first = bench.trials
                    .find(again.trial())
                    .orElseThrow()
                    .measurements()
                    .value(HOST)
                    .orElseThrow();
            assertThat(again.measurements().value(HOST)).hasValue(1.25 * first);
        });
        assertThat(bench.recorded(ended.id())).as("what the strategy saw stays").isEqualTo(before);
        assertThat(second.waiting()).isEmpty();
    }

    @Test
    void noNodeMeasuresWhatAnotherIsAtOrWasAt() throws InterruptedException {
        Experiment ended = run("host");
        Map<String, LongWork> late = node().due();
        int[] count = {0};
        bench.beforeMeasuring = () -> {
            if (count[0]++ == 0) {
                SearchBench.doAll(node().due());
            }
        };
        SearchBench.doAll(measure.due());
        SearchBench.doAll(late);
        assertThat(count[0])
                .as("each once, by one node or the other")
                .isEqualTo(second.of(ended.id()).size())
                .isGreaterThan(1);
    }

    @Test
    void aRunningSearchIsLeftAlone() throws InterruptedException {
        bench.advance.advance(bench.submit.submit(SearchBench.draft().build()).id());
        SearchBench.doAll(measure.due());
        assertThat(second.waiting()).isEmpty();
        assertThat(second.undecided()).isEmpty();
    }

    @Test
    void whatWasInterruptedIsMeasuredAtTheNextStart() throws InterruptedException {
        Experiment ended = run("host");
        bench.beforeMeasuring = () -> {
            throw new InterruptedException("the node stops");
        };
        assertThatThrownBy(() -> SearchBench.doAll(measure.due())).isInstanceOf(InterruptedException.class);
        assertThat(second.of(ended.id())).isEmpty();

        bench.beforeMeasuring = () -> {};
        SearchBench.doAll(node().due());
        assertThat(second.of(ended.id())).hasSameSizeAs(front(ended, HOST));
    }

    @Test
    void whatCannotBeMeasuredSaysWhyAndTheOthersGoOn() throws InterruptedException {
        Experiment ended = run("host");
        int[] count = {0};
        bench.beforeMeasuring = () -> {
            if (count[0]++ == 0) {
                throw new MeasurementFailed("WorkerLost", "it is gone");
            }
        };
        SearchBench.doAll(measure.due());
        List<SecondMeasurement> measured = second.of(ended.id());
        assertThat(measured).hasSameSizeAs(front(ended, HOST));
        assertThat(measured.get(0).end().orElseThrow().reason()).isEqualTo("WorkerLost");
        assertThat(measured.subList(1, measured.size()))
                .allMatch(again -> again.end().isEmpty());
    }

    @Test
    void whatWasPredictedIsMeasuredOnTheTargetThatThePredictionsWereLearntFrom() throws InterruptedException {
        bench.targets.add(
                new HardwareTargetSpec("predicted", new PluginSpec("learnt", Map.of("on", "host")), "", Instant.EPOCH));
        Experiment ended = run("predicted");
        MetricKey predicted = MetricKey.of(Metric.LATENCY, "predicted");

        SearchBench.doAll(measure.due());

        assertThat(second.of(ended.id())).hasSameSizeAs(front(ended, predicted)).allSatisfy(again -> {
            assertThat(again.measurements().find(predicted).orElseThrow().source())
                    .isEqualTo(Source.MEASURED);
            assertThat(bench.trials
                            .find(again.trial())
                            .orElseThrow()
                            .measurements()
                            .find(predicted)
                            .orElseThrow()
                            .source())
                    .isEqualTo(Source.PREDICTED);
        });
    }

    @Test
    void aSilentDeviceHoldsUpWhatNeedsItAndNothingElse() throws InterruptedException {
        bench.targets.add(new HardwareTargetSpec("silent", PluginSpec.of("host"), "", Instant.EPOCH));
        Experiment waits = run("silent");
        Experiment ended = run("host");

        Map<String, LongWork> due = measure.due();
        assertThat(due).containsOnlyKeys("silent", "host");
        due.get("host").run();

        assertThat(second.of(ended.id())).hasSameSizeAs(front(ended, HOST));
        assertThat(second.of(waits.id())).isEmpty();
    }

    @Test
    void whereNothingMeasuresNothingIsMeasuredAgain() throws InterruptedException {
        bench.targets.add(new HardwareTargetSpec("board", PluginSpec.of("counted"), "", Instant.EPOCH));
        Experiment ended = run("board");
        SearchBench.doAll(measure.due());
        assertThat(second.of(ended.id())).isEmpty();
        assertThat(second.undecided()).isEmpty();
    }
}
