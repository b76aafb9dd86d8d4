package dev.skyline.search;

import dev.skyline.estimator.Estimate;
import dev.skyline.estimator.EstimationFailed;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.estimator.Progress;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialState;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Candidate;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SearchBench.DraftBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchLoopTest {

    private final SearchBench bench = new SearchBench();

    private ExperimentId submit(DraftBuilder draft) {
        return bench.submit.submit(draft.build()).id();
    }

    private static String reason(Experiment experiment) {
        return experiment.end().map(End::reason).orElse("");
    }

    @Test
    void aSearchSpendsItsBudgetAndEnds() throws InterruptedException {
        ExperimentId id = submit(SearchBench.draft());

        Experiment ended = bench.finish(id);

        assertThat(ended.state()).isEqualTo(ExperimentState.SUCCEEDED);
        assertThat(reason(ended)).isEqualTo("MaxTrialsReached");
        List<Trial> recorded = bench.recorded(id);
        assertThat(recorded).extracting(Trial::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(recorded)
                .allMatch(t -> t.measurements()
                        .value(MetricKey.of(Metric.LATENCY, "host"))
                        .isPresent());
        assertThat(bench.curves).hasSize(10);
    }

    @Test
    void slotsAreFilledUpToTheParallelism() {
        DraftBuilder draft = SearchBench.draft();
        draft.parallelism = 4;
        bench.advance.advance(submit(draft));
        assertThat(bench.queue).hasSize(4);
    }

    @Test
    void theSameSeedTriesTheSameArchitecturesInTheSameOrder() throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.strategy = PluginSpec.of("regularized-evolution");
        draft.memory = false;
        draft.maxTrials = 60;
        ExperimentId first = submit(draft);
        bench.finish(first);
        ExperimentId second = submit(draft);
        bench.finish(second);
        draft.seed = 2;
        ExperimentId third = submit(draft);
        bench.finish(third);

        assertThat(texts(second)).isEqualTo(texts(first));
        assertThat(texts(third)).isNotEqualTo(texts(first));
    }

    @ParameterizedTest
    @CsvSource({"random", "regularized-evolution", "nsga2"})
    void aParallelSearchCanBeReplayedFromWhatIsStored(String strategy) throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.strategy = new PluginSpec(strategy, strategy.equals("random") ? Map.of() : Map.of("populationSize", 10));
        draft.parallelism = 4;
        draft.maxTrials = 80;
        ExperimentId id = submit(draft);
        Random order = new Random(3);
        bench.advance.advance(id);
        while (!bench.queue.isEmpty()) {
            for (int i = order.nextInt(bench.queue.size()); i > 0; i--) {
                bench.queue.add(bench.queue.remove());
            }
            bench.runNext();
        }
        List<Trial> recorded = bench.recorded(id);
        List<Trial> byNumber =
                recorded.stream().sorted(Comparator.comparing(Trial::number)).toList();
        assertThat(recorded).as("some overtook others").isNotEqualTo(byNumber);

        ReplayExperiment.Replay replay = bench.replay.replay(id);
        assertThat(replay.trials()).isEqualTo(80);
        assertThat(replay.differences()).isEmpty();
    }

    @Test
    void noArchitectureIsEvaluatedTwiceUnderTheSameTerms() throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        bench.finish(submit(draft));
        int once = bench.evaluations;
        ExperimentId again = submit(draft);
        Experiment ended = bench.finish(again);

        assertThat(bench.evaluations).isEqualTo(once);
        assertThat(ended.state()).isEqualTo(ExperimentState.SUCCEEDED);
        assertThat(bench.recorded(again)).hasSize(10).allMatch(Trial::fromMemory);

        draft.seed = 5;
        bench.finish(submit(draft));
        assertThat(bench.evaluations).as("another seed, other terms").isGreaterThan(once);
    }

    @Test
    void aSlotWaitsForAnArchitectureThatIsBeingEvaluated() throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.on = Draft.On.dataset("iris");
        draft.space = new PluginSpec("sequential", Map.of("minLayers", 1, "maxLayers", 1, "units", List.of(8, 16)));
        draft.parallelism = 4;
        ExperimentId id = submit(draft);
        bench.advance.advance(id);
        assertThat(bench.queue).hasSizeLessThanOrEqualTo(2);
        Experiment ended = bench.finish(id);
        assertThat(bench.evaluations).isEqualTo(2);
        assertThat(ended.state()).isEqualTo(ExperimentState.SUCCEEDED);
        assertThat(bench.recorded(id)).hasSize(10);
    }

    @Test
    void whatBreaksALimitIsNeverEvaluatedAndCostsNoTrial() throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.constraints = List.of(limit("parameters", 20_000));
        ExperimentId id = submit(draft);
        bench.finish(id);
        assertThat(bench.recorded(id))
                .hasSize(10)
                .allMatch(t -> t.state() == TrialState.SUCCEEDED)
                .allMatch(t ->
                        t.measurements().value(MetricKey.of(Metric.PARAMETERS)).orElseThrow() <= 20_000);
    }

    @Test
    void aLimitThatFewMeetIsMetByEveryTrial() throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.maxTrials = 30;
        draft.constraints = List.of(limit("parameters", 18_400));
        ExperimentId id = submit(draft);
        bench.finish(id);
        assertThat(bench.recorded(id))
                .hasSize(30)
                .allMatch(t -> t.state() == TrialState.SUCCEEDED)
                .allMatch(t ->
                        t.measurements().value(MetricKey.of(Metric.PARAMETERS)).orElseThrow() <= 18_400);
    }

    @Test
    void aReachedGoalEndsTheSearch() throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.objectives = List.of(new Draft.Objective("accuracy", Optional.empty(), OptionalDouble.of(0.01)));
        ExperimentId id = submit(draft);
        Experiment ended = bench.finish(id);
        assertThat(reason(ended)).isEqualTo("GoalReached");
        assertThat(bench.recorded(id)).hasSize(1);
    }

    @Test
    void timeIsABudgetThatPausesDoNotSpend() throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.maxDuration = Optional.of(Duration.ofMinutes(10));
        ExperimentId id = submit(draft);
        bench.advance.advance(id);
        bench.runNext();
        bench.control.pause(id);
        bench.pass(Duration.ofHours(1));
        bench.runNext();
        assertThat(bench.queue).as("a paused search proposes nothing").isEmpty();
        bench.control.resume(id);
        assertThat(bench.queue).hasSize(1);
        bench.pass(Duration.ofMinutes(11));
        bench.runNext();
        Experiment ended = bench.experiments.find(id).orElseThrow();
        assertThat(ended.state()).isEqualTo(ExperimentState.SUCCEEDED);
        assertThat(reason(ended)).isEqualTo("BudgetExhausted");
    }

    @Test
    void stopLetsRunningTrialsFinish() throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.parallelism = 2;
        ExperimentId id = submit(draft);
        bench.advance.advance(id);
        assertThat(bench.control.stop(id).state()).isEqualTo(ExperimentState.STOPPING);
        Experiment ended = bench.finish(id);
        assertThat(ended.state()).isEqualTo(ExperimentState.SUCCEEDED);
        assertThat(reason(ended)).isEqualTo("Stopped");
        assertThat(bench.recorded(id)).hasSize(2);
    }

    @Test
    void cancelEndsAtOnceAndALateOutcomeIsNotRecorded() throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.parallelism = 2;
        ExperimentId id = submit(draft);
        bench.advance.advance(id);
        Experiment cancelled = bench.control.cancel(id);
        assertThat(cancelled.state()).isEqualTo(ExperimentState.CANCELLED);
        bench.runNext();
        bench.runNext();
        assertThat(bench.evaluations).isZero();
        assertThat(bench.recorded(id)).isEmpty();
        assertThat(bench.trials.unfinished(id)).isEmpty();
    }

    @Test
    void failuresAreOutcomesUntilThereAreTooMany() throws InterruptedException {
        bench.estimator = failing("TrainingDiverged");
        ExperimentId id = submit(SearchBench.draft());
        Experiment ended = bench.finish(id);
        assertThat(ended.state()).isEqualTo(ExperimentState.FAILED);
        assertThat(reason(ended)).isEqualTo("MaxFailedTrialsReached");
        assertThat(bench.recorded(id))
                .hasSize(3)
                .allMatch(t -> t.state() == TrialState.FAILED
                        && t.end().orElseThrow().reason().equals("TrainingDiverged"));
    }

    @Test
    void aLostWorkerCostsOneRetryAndThenTheTrial() throws InterruptedException {
        bench.estimator = failing("WorkerLost");
        ExperimentId id = submit(SearchBench.draft());
        bench.finish(id);
        assertThat(bench.recorded(id)).allMatch(t -> t.attempt() == 2 && t.state() == TrialState.FAILED);
    }

    @Test
    void aRestartOfTheNodeIsNotHeldAgainstATrialWhoseWorkerIsLostLater() throws InterruptedException {
        ExperimentId id = submit(SearchBench.draft());
        bench.advance.advance(id);
        TrialId trial = bench.queue.element();
        bench.estimator = new Failing(() -> {
            Thread.currentThread().interrupt();
            return new IllegalStateException("the connection was closed");
        });
        assertThatThrownBy(() -> bench.run.run(trial)).isInstanceOf(InterruptedException.class);
        assertThat(bench.recorded(id)).as("no outcome of an interrupted run").isEmpty();

        bench.estimator = failing("WorkerLost");
        bench.runNext();
        Trial failed = bench.recorded(id).get(0);
        assertThat(failed.attempt()).as("interrupted, lost, lost again").isEqualTo(3);
        assertThat(failed.end().orElseThrow().reason()).isEqualTo("WorkerLost");
    }

    @Test
    void anUnexpectedFaultOfAnEstimatorIsAFailedTrialToo() throws InterruptedException {
        bench.estimator = new Failing(() -> new IllegalStateException("a bug"));
        ExperimentId id = submit(SearchBench.draft());
        bench.finish(id);
        assertThat(bench.recorded(id))
                .allMatch(t -> t.end().orElseThrow().reason().equals("EvaluationFailed")
                        && t.end().orElseThrow().message().contains("a bug"));
    }

    @Test
    void everyChangeOfStateIsAnEvent() throws InterruptedException {
        ExperimentId id = submit(SearchBench.draft());
        bench.finish(id);
        assertThat(bench.events.stream().filter(e -> e.type().equals("experiment")))
                .extracting(e -> e.data().get("state"))
                .containsExactly("QUEUED", "RUNNING", "SUCCEEDED");
        assertThat(bench.events.stream().filter(e -> e.type().equals("epoch"))).hasSize(10);
    }

    @Test
    void aDeletedExperimentIsGoneWithItsTrials() throws InterruptedException {
        ExperimentId id = submit(SearchBench.draft());
        bench.advance.advance(id);
        bench.control.delete(id);
        bench.runNext();
        assertThat(bench.experiments.find(id)).isEmpty();
        assertThat(bench.histories.recorded(id)).isEmpty();
    }

    private List<String> texts(ExperimentId id) {
        return bench.recorded(id).stream().map(t -> t.architecture().text()).toList();
    }

    private static Draft.Constraint limit(String metric, double atMost) {
        return new Draft.Constraint(metric, Optional.empty(), OptionalDouble.of(atMost), OptionalDouble.empty());
    }

    private static PerformanceEstimator failing(String code) {
        return new Failing(() -> new EstimationFailed(code, "as the test wants it"));
    }

    private record Failing(Supplier<RuntimeException> failure) implements PerformanceEstimator {

        @Override
        public Estimate estimate(Candidate candidate, Fidelity fidelity, Progress progress) {
            throw failure.get();
        }

        @Override
        public Fidelity fullFidelity() {
            return Fidelity.epochs(1);
        }
    }
}
