package dev.skyline.experiment;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import static dev.skyline.experiment.ExperimentExamples.NOW;
import static dev.skyline.experiment.ExperimentExamples.editable;
import static dev.skyline.experiment.ExperimentExamples.experiment;
import static dev.skyline.experiment.ExperimentExamples.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every {@link Experiments} does. */
public abstract class ExperimentsContract {

    private static final End DONE = new End("MaxTrialsReached", "all 40 trials are done");

    protected abstract Experiments experiments();

    /** Of the same store. */
    protected abstract Trials trials();

    @Test
    void anExperimentComesBackAsItWasAdded() {
        Experiment added = add(experiment());
        assertThat(experiments().find(added.id())).contains(added);
        assertThat(experiments().find(ExperimentId.random())).isEmpty();
    }

    @Test
    void anExperimentMayBeOnABenchmarkOrOnATask() {
        for (Subject subject : List.of(
                new BenchmarkRef("cells", "b".repeat(64), List.of(3, 32, 32), 10), new TaskRef(List.of(4), 3))) {
            Experiment added = add(experiment(subject));
            assertThat(experiments().find(added.id())).contains(added);
        }
    }

    @Test
    void theTermsOfASpecSurviveStorage() {
        Experiment added = add(experiment());
        assertThat(experiments().find(added.id()).orElseThrow().spec().terms())
                .isEqualTo(added.spec().terms());
    }

    @Test
    void everyStepOfAnExperimentsLifeIsKept() {
        Experiment queued = add(experiment());
        Experiment running = queued.started(NOW.plusSeconds(1));
        Experiment paused = running.paused(NOW.plusSeconds(5));
        Experiment again = paused.resumed().started(NOW.plusSeconds(9));
        Experiment stopping = again.stopping(new End("Stopped", "on request"), NOW.plusSeconds(10));
        Experiment finished = stopping.finished(ExperimentState.SUCCEEDED, DONE, NOW.plusSeconds(12));
        for (Experiment step : List.of(running, paused, again, stopping, finished)) {
            experiments().update(step);
            assertThat(experiments().find(queued.id())).contains(step);
        }
    }

    @Test
    void whatHasEndedIsNeitherActiveNorUnfinished() {
        Experiment second = add(experiment("second", 1, NOW.plusSeconds(2)));
        Experiment first = add(experiment("first", 1, NOW.plusSeconds(1)));
        Experiment paused = add(experiment("paused", 1, NOW).paused(NOW));
        Experiment ended = add(experiment("ended", 1, NOW).finished(ExperimentState.CANCELLED, DONE, NOW));

        assertThat(mine(experiments().active(), second, first, paused, ended)).containsExactly(first.id(), second.id());
        assertThat(mine(experiments().unfinished(), second, first, paused, ended))
                .containsExactly(paused.id(), first.id(), second.id());
    }

    @Test
    void aClaimWorksOnThePresentValueAndMayStoreANewOne() {
        Experiment added = add(experiment());
        experiments().claim(added.id(), claimed -> {
            assertThat(claimed).isEqualTo(added);
            experiments().update(claimed.started(NOW));
        });
        assertThat(experiments().find(added.id()).orElseThrow().state()).isEqualTo(ExperimentState.RUNNING);
    }

    @Test
    void whatIsGoneIsNotClaimed() {
        experiments().claim(ExperimentId.random(), claimed -> {
            throw new AssertionError("claimed " + claimed);
        });
    }

    @Test
    void nobodyElseClaimsWhatIsClaimedAndAChangeWaitsForIt() throws Exception {
        Experiment added = add(experiment());
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Void> holder =
                CompletableFuture.runAsync(() -> experiments().claim(added.id(), mine -> {
                    claimed.countDown();
                    await(release);
                    experiments().update(mine.started(NOW));
                }));
        assertThat(claimed.await(10, TimeUnit.SECONDS)).isTrue();

        List<Experiment> alsoClaimed = new ArrayList<>();
        experiments().claim(added.id(), alsoClaimed::add);
        AtomicReference<ExperimentState> seen = new AtomicReference<>();
        CompletableFuture<Experiment> change =
                CompletableFuture.supplyAsync(() -> experiments().change(added.id(), present -> {
                    seen.set(present.state());
                    return present.paused(NOW);
                }));
        assertThat(alsoClaimed).isEmpty();
        assertThat(change).isNotDone();

        release.countDown();
        holder.get(10, TimeUnit.SECONDS);
        assertThat(change.get(10, TimeUnit.SECONDS).state()).isEqualTo(ExperimentState.PAUSED);
        assertThat(seen).hasValue(ExperimentState.RUNNING);
    }

    @Test
    void changesAtTheSameTimeLoseNothing() throws Exception {
        Experiment added = add(experiment());
        Together.run(8, thread -> {
            for (int i = 0; i < 10; i++) {
                experiments().change(added.id(), ExperimentsContract::withOneMoreSlot);
            }
            return thread;
        });
        assertThat(experiments().find(added.id()).orElseThrow().editable().parallelism())
                .isEqualTo(added.editable().parallelism() + 80);
    }

    private static Experiment withOneMoreSlot(Experiment experiment) {
        Experiment.Editable old = experiment.editable();
        return experiment.edited(
                new Experiment.Editable(old.name(), old.notes(), old.labels(), old.budget(), old.parallelism() + 1));
    }

    @Test
    void aChangeThatIsRefusedChangesNothing() {
        Experiment added = add(experiment());
        assertThatThrownBy(() -> experiments().change(added.id(), Experiment::resumed))
                .isInstanceOf(IllegalTransition.class);
        assertThat(experiments().find(added.id())).contains(added);
        assertThatThrownBy(() -> experiments().change(ExperimentId.random(), e -> e))
                .isInstanceOf(ExperimentNotFound.class);
    }

    @Test
    void aChangeMayTouchTrialsToo() {
        Experiment added = add(experiment());
        trials().add(trial(added.id(), 1));
        experiments().change(added.id(), present -> {
            trials().cancelAll(added.id(), DONE, NOW);
            return present.finished(ExperimentState.CANCELLED, DONE, NOW);
        });
        assertThat(experiments().find(added.id()).orElseThrow().state()).isEqualTo(ExperimentState.CANCELLED);
        assertThat(trials().find(new TrialId(added.id(), 1)).orElseThrow().state())
                .isEqualTo(TrialState.CANCELLED);
    }

    @Test
    void deletingAnExperimentRemovesItsTrials() {
        Experiment added = add(experiment());
        Experiment other = add(experiment());
        trials().add(trial(added.id(), 1));
        trials().add(trial(other.id(), 1));
        experiments().delete(added.id());
        assertThat(experiments().find(added.id())).isEmpty();
        assertThat(trials().unfinished(added.id())).isEmpty();
        assertThat(trials().unfinished(other.id())).hasSize(1);
    }

    @Test
    void aDatasetIsInUseWhileAnExperimentOnItHasNotEnded() {
        assertThat(experiments().usesDataset("no such")).isFalse();
        Experiment added = add(experiment());
        assertThat(experiments().usesDataset("digits")).isTrue();
        experiments()
                .unfinished()
                .forEach(id -> experiments().change(id, e -> e.finished(ExperimentState.CANCELLED, DONE, NOW)));
        assertThat(experiments().find(added.id())).isPresent();
        assertThat(experiments().usesDataset("digits")).isFalse();
    }

    @Test
    void aBenchmarkIsInUseWhileAnExperimentOnItHasNotEnded() {
        Experiment added = add(experiment(new BenchmarkRef("cells-2", "b".repeat(64), List.of(3, 32, 32), 10)));
        assertThat(experiments().usesBenchmark("cells-2")).isTrue();
        assertThat(experiments().usesDataset("cells-2")).isFalse();
        experiments().change(added.id(), e -> e.finished(ExperimentState.CANCELLED, DONE, NOW));
        assertThat(experiments().usesBenchmark("cells-2")).isFalse();
    }

    @Test
    void nameNotesAndLabelsMayBeEdited() {
        Experiment added = add(experiment());
        Experiment edited = experiments().change(added.id(), e -> e.edited(editable("another name")));
        assertThat(edited.editable().name()).isEqualTo("another name");
        assertThat(experiments().find(added.id())).contains(edited);
    }

    private Experiment add(Experiment experiment) {
        experiments().add(experiment);
        return experiment;
    }

    private static List<ExperimentId> mine(List<ExperimentId> all, Experiment... experiments) {
        List<ExperimentId> mine =
                List.of(experiments).stream().map(Experiment::id).toList();
        return all.stream().filter(mine::contains).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
