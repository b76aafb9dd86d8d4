package dev.skyline.search;

import dev.skyline.estimator.EpochReport;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.TrialState;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.AskTrials.Asked;
import dev.skyline.search.ImportTrials.Finished;
import dev.skyline.search.SearchBench.DraftBuilder;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AskTellTest {

    private static final Optional<String> ANYBODY = Optional.empty();

    private final SearchBench bench = new SearchBench();

    private ExperimentId submit(Map<String, Object> settings, int maxTrials, String strategy) {
        DraftBuilder draft = SearchBench.draft();
        draft.estimator = Optional.of(new PluginSpec("external", settings));
        draft.maxTrials = maxTrials;
        draft.strategy = PluginSpec.of(strategy);
        return bench.submit.submit(draft.build()).id();
    }

    private static TrialOutcome accuracy(double value) {
        return TrialOutcome.completed(Measurements.of(Measurement.measured(Metric.ACCURACY, value)), Optional.empty());
    }

    private Trial one(ExperimentId id, String client) {
        return bench.ask.ask(id, 1, client).trials().get(0);
    }

    @Test
    void aClientAsksAndTellsUntilTheBudgetIsSpent() {
        ExperimentId id = submit(Map.of(), 5, "regularized-evolution");
        for (int i = 1; i <= 5; i++) {
            Trial trial = one(id, "w1");
            assertThat(trial.number()).isEqualTo(i);
            assertThat(trial.state()).isEqualTo(TrialState.RUNNING);
            bench.tell.complete(trial.id(), Optional.of("w1"), accuracy(0.5 + i / 100.0));
        }

        Asked none = bench.ask.ask(id, 1, "w1");
        assertThat(none.trials()).isEmpty();
        assertThat(none.state()).isEqualTo(ExperimentState.SUCCEEDED);
        assertThat(bench.recorded(id))
                .hasSize(5)
                .allMatch(t ->
                        t.measurements().value(MetricKey.of(Metric.PARAMETERS)).isPresent());
        assertThat(bench.queue).isEmpty();
    }

    @Test
    void nobodyElseEvaluatesTheTrialsOfClients() throws InterruptedException {
        ExperimentId id = submit(Map.of(), 5, "random");
        bench.advance.advance(id);
        one(id, "w1");
        bench.advance.advance(id);
        new RecoverLostTrials(bench.experiments, bench.trials, bench.queue::add, bench.clock).recover();

        assertThat(bench.queue).isEmpty();
        assertThat(bench.trials.unfinished(id)).hasSize(1);
    }

    @Test
    void aClientThatAsksAgainGetsWhatItHas() {
        ExperimentId id = submit(Map.of(), 20, "random");
        List<Trial> first = bench.ask.ask(id, 2, "w1").trials();

        assertThat(bench.ask.ask(id, 2, "w1").trials()).isEqualTo(first);
        assertThat(bench.ask.ask(id, 3, "w1").trials()).hasSize(3).containsAll(first);
        assertThat(one(id, "w2").number()).isEqualTo(4);
    }

    @Test
    void theTrialOfASilentClientGoesToAnother() {
        ExperimentId id = submit(Map.of("leaseSeconds", 60), 20, "random");
        Trial lost = one(id, "w1");
        bench.pass(Duration.ofSeconds(50));
        bench.tell.epoch(lost.id(), Optional.of("w1"), new EpochReport(1, 3, 1, 1, 0.3, 1));
        bench.pass(Duration.ofSeconds(50));
        assertThat(one(id, "w2")).as("the epoch prolonged the lease").isNotEqualTo(lost);
        bench.tell.complete(one(id, "w2").id(), ANYBODY, accuracy(0.1));
        bench.pass(Duration.ofSeconds(61));

        Trial taken = one(id, "w2");
        assertThat(taken.number()).isEqualTo(lost.number());
        assertThat(taken.attempt()).isEqualTo(2);
        assertThat(bench.tell
                        .epoch(lost.id(), Optional.of("w1"), new EpochReport(2, 3, 1, 1, 0.3, 1))
                        .reason())
                .contains("LeaseLost");
        assertThatThrownBy(() -> bench.tell.complete(lost.id(), Optional.of("w1"), accuracy(0.4)))
                .isInstanceOf(TrialNotHeld.class);
        bench.tell.complete(lost.id(), Optional.of("w2"), accuracy(0.5));
        assertThat(bench.recorded(id)).hasSize(2);
    }

    @Test
    void theSameEndToldTwiceIsRecordedOnceAndAnotherIsRefused() {
        ExperimentId id = submit(Map.of(), 20, "random");
        TrialId trial = one(id, "w1").id();
        Trial recorded = bench.tell.complete(trial, ANYBODY, accuracy(0.5));

        assertThat(bench.tell.complete(trial, ANYBODY, accuracy(0.5))).isEqualTo(recorded);
        assertThatThrownBy(() -> bench.tell.complete(trial, ANYBODY, accuracy(0.6)))
                .isInstanceOf(TrialNotHeld.class)
                .hasMessageContaining("has ended already");
        assertThat(bench.recorded(id)).hasSize(1);
    }

    @Test
    void aTrainingBelowTheMedianIsToldToStop() {
        ExperimentId id = submit(Map.of("epochs", 3, "earlyStopping", "median"), 20, "random");
        for (int i = 0; i < 5; i++) {
            TrialId trial = one(id, "w1").id();
            bench.tell.epoch(trial, ANYBODY, new EpochReport(1, 3, 1, 1, 0.5 + i / 10.0, 1));
            bench.tell.complete(trial, ANYBODY, accuracy(0.5 + i / 10.0));
        }
        TrialId poor = one(id, "w1").id();
        TrialId good = one(id, "w2").id();

        assertThat(bench.tell
                        .epoch(poor, ANYBODY, new EpochReport(1, 3, 1, 1, 0.69, 1))
                        .reason())
                .contains("BelowMedian");
        assertThat(bench.tell
                        .epoch(good, ANYBODY, new EpochReport(1, 3, 1, 1, 0.7, 1))
                        .stop())
                .isFalse();
    }

    @Test
    void aCancelledTrialIsToldToStop() {
        ExperimentId id = submit(Map.of(), 20, "random");
        TrialId trial = one(id, "w1").id();
        bench.control.cancel(id);

        assertThat(bench.tell
                        .epoch(trial, ANYBODY, new EpochReport(1, 1, 1, 1, 0.7, 1))
                        .stop())
                .isTrue();
        assertThat(bench.ask.ask(id, 1, "w1").trials()).isEmpty();
    }

    @Test
    void aPausedExperimentGivesNothingNew() {
        ExperimentId id = submit(Map.of(), 20, "random");
        Trial before = one(id, "w1");
        bench.control.pause(id);

        assertThat(bench.ask.ask(id, 2, "w1").trials()).containsExactly(before);
        assertThat(bench.ask.ask(id, 2, "w2").trials()).isEmpty();
    }

    @Test
    void anExperimentThatTrainsByItselfIsNotAsked() {
        ExperimentId id = bench.submit.submit(SearchBench.draft().build()).id();

        assertThatThrownBy(() -> bench.ask.ask(id, 1, "w1")).isInstanceOf(NotExternal.class);
    }

    @Test
    void anArchitectureToldBeforeIsRememberedButNotOneOfAnotherExperiment() {
        ExperimentId first = submit(Map.of(), 3, "random");
        for (int i = 0; i < 3; i++) {
            bench.tell.complete(one(first, "w1").id(), ANYBODY, accuracy(0.5));
        }
        ExperimentId second = submit(Map.of(), 3, "random");
        Trial again = one(second, "w1");
        assertThat(again.architecture()).isEqualTo(bench.recorded(first).get(0).architecture());
        bench.imports.add(
                second,
                List.of(new Finished(
                        bench.recorded(first).get(2).architecture().text(),
                        Optional.empty(),
                        Measurements.of(Measurement.measured(Metric.ACCURACY, 0.7)))),
                "a table");
        bench.tell.complete(again.id(), ANYBODY, accuracy(0.5));

        assertThat(one(second, "w1").number()).isEqualTo(4);
        assertThat(bench.recorded(second)).hasSize(3);
        assertThat(bench.recorded(second).get(2)).satisfies(t -> {
            assertThat(t.number()).isEqualTo(3);
            assertThat(t.fromMemory()).isTrue();
            assertThat(t.measurements().value(MetricKey.of(Metric.ACCURACY))).hasValue(0.7);
        });
    }

    @Test
    void importedTrialsAreKnownToTheStrategyAndCostNoBudget() {
        ExperimentId id = submit(Map.of(), 4, "regularized-evolution");
        List<Finished> finished = bench.catalogue
                .spaces()
                .create(
                        PluginSpec.of("nas-bench-201"),
                        SearchSetup.task(
                                bench.experiments.find(id).orElseThrow().spec().subject()))
                .sample(new Random(1))
                .text()
                .lines()
                .map(text -> new Finished(
                        text, Optional.empty(), Measurements.of(Measurement.measured(Metric.ACCURACY, 0.9))))
                .toList();
        bench.imports.add(id, finished, "a table");

        Experiment grown = bench.experiments.find(id).orElseThrow();
        assertThat(grown.editable().budget().maxTrials()).isEqualTo(5);
        assertThat(bench.recorded(id)).singleElement().satisfies(t -> {
            assertThat(t.state()).isEqualTo(TrialState.SUCCEEDED);
            assertThat(t.end().orElseThrow().reason()).isEqualTo("Imported");
            assertThat(t.fidelity()).isEqualTo(Fidelity.epochs(1));
        });
        assertThat(one(id, "w1").number()).isEqualTo(2);
    }

    @Test
    void anImportWithAFaultAddsNothing() {
        ExperimentId id = submit(Map.of(), 4, "random");
        Measurements value = Measurements.of(Measurement.measured(Metric.ACCURACY, 0.9));

        assertThatThrownBy(() -> bench.imports.add(
                        id,
                        List.of(
                                new Finished("nonsense", Optional.empty(), value),
                                new Finished(
                                        "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|",
                                        Optional.empty(),
                                        Measurements.none())),
                        "a table"))
                .isInstanceOfSatisfying(
                        InvalidExperiment.class,
                        e -> assertThat(e.faults())
                                .extracting(InvalidExperiment.Fault::field)
                                .containsExactly("trials[0].architecture", "trials[1].measurements"));
        assertThat(bench.recorded(id)).isEmpty();
    }

    @Test
    void aWarmCloneBeginsWithWhatTheOriginalFound() throws InterruptedException {
        ExperimentId original = bench.submit.submit(SearchBench.draft().build()).id();
        bench.finish(original);

        Experiment clone = bench.copy.copy(
                original, new CloneExperiment.Changes(Optional.of("again"), Optional.of(9L), true, true));

        assertThat(clone.editable().name()).isEqualTo("again");
        assertThat(clone.spec().seed()).isEqualTo(9);
        assertThat(clone.editable().budget().maxTrials()).isEqualTo(20);
        Experiment ended = bench.finish(clone.id());
        assertThat(ended.state()).isEqualTo(ExperimentState.SUCCEEDED);
        assertThat(bench.recorded(clone.id())).hasSize(20);
        assertThat(bench.recorded(clone.id()).subList(0, 10))
                .extracting(Trial::architecture)
                .isEqualTo(bench.recorded(original).stream()
                        .map(Trial::architecture)
                        .toList());
        assertThat(bench.replay.replay(clone.id()).trials()).isEqualTo(10);
    }

    @Test
    void aParallelSearchCanBeReplayed() {
        for (String strategy : List.of("random", "regularized-evolution")) {
            ExperimentId id = submit(Map.of(), 60, strategy);
            Random random = new Random(3);
            int client = 0;
            Deque<Trial> running = new ArrayDeque<>();
            List<Trial> told = new ArrayList<>();
            while (told.size() < 50) {
                for (int free = 7 - running.size(); free > 0; free--) {
                    running.addAll(bench.ask.ask(id, 1, "w" + client++).trials());
                }
                Trial next = random.nextBoolean() ? running.removeFirst() : running.removeLast();
                told.add(bench.tell.complete(next.id(), ANYBODY, accuracy(random.nextDouble())));
            }

            ReplayExperiment.Replay replay = bench.replay.replay(id);

            assertThat(replay.trials()).isGreaterThan(50);
            assertThat(replay.differences()).isEmpty();
        }
    }

    @Test
    void aReplayTellsWhatWouldBeProposedOtherwise() {
        ExperimentId id = submit(Map.of(), 5, "random");
        TrialId trial = one(id, "w1").id();
        bench.tell.complete(trial, ANYBODY, accuracy(0.5));
        Trial recorded = bench.recorded(id).get(0);
        Trial other = Trial.proposed(
                new TrialId(id, 2),
                recorded.architecture(),
                recorded.parent(),
                recorded.fidelity(),
                recorded.measurements(),
                1,
                recorded.createdAt());
        bench.trials.add(other);

        assertThat(bench.replay.replay(id).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.trial()).isEqualTo(2));
    }
}
