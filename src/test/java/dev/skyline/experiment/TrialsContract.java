package dev.skyline.experiment;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import static dev.skyline.experiment.ExperimentExamples.ACCURACY;
import static dev.skyline.experiment.ExperimentExamples.NOW;
import static dev.skyline.experiment.ExperimentExamples.experiment;
import static dev.skyline.experiment.ExperimentExamples.success;
import static dev.skyline.experiment.ExperimentExamples.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What every {@link Trials} does. */
public abstract class TrialsContract {

    private static final End CANCELLED = new End("Cancelled", "on request");
    private static final Fidelity FIDELITY = new Fidelity(3, 0.5);

    protected abstract Experiments experiments();

    /** Of the same store. */
    protected abstract Trials trials();

    @Test
    void trialsThatWereSettledWhereTheyWereProposedAreAddedTogether() {
        Experiment experiment = experiment();
        experiments().add(experiment);
        Trial first = trial(experiment.id(), 1).recorded(success(0.9, 1), 1, NOW);
        Trial second = trial(experiment.id(), 2).recorded(TrialOutcome.notInBenchmark(), 2, NOW);
        trials().addAll(List.of(first, second));
        trials().add(trial(experiment.id(), 3));
        assertThat(trials().recordedAfter(experiment.id(), 0)).containsExactly(first, second);
        assertThat(trials().record(new TrialId(experiment.id(), 3), 0, success(0.8, 1), NOW)
                        .orElseThrow()
                        .sequence())
                .hasValue(3);
    }

    @Test
    void aTrialComesBackAsItWasAtEveryStep() {
        ExperimentId id = newExperiment();
        trials().add(trial(id, 1));
        Trial derived = Trial.proposed(
                new TrialId(id, 2),
                Architecture.of("|nor_conv_3x3~0|+|none~0|skip_connect~1|"),
                OptionalInt.of(1),
                FIDELITY,
                Measurements.of(Measurement.computed(Metric.PARAMETERS, 200_000)),
                7,
                NOW);
        trials().add(derived);
        assertThat(trials().find(derived.id())).contains(derived);

        Optional<Trial> started = trials().start(derived.id(), NOW.plusSeconds(1));
        assertThat(started).contains(derived.started(NOW.plusSeconds(1)));
        assertThat(trials().find(derived.id())).isEqualTo(started);

        IntStream.rangeClosed(3, 10).forEach(n -> addRecorded(id, n));
        Optional<Trial> recorded = trials().record(derived.id(), 1, success(0.95, 0.41), NOW.plusSeconds(2));
        assertThat(recorded).contains(started.orElseThrow().recorded(success(0.95, 0.41), 9, NOW.plusSeconds(2)));
        assertThat(trials().find(derived.id())).isEqualTo(recorded);
        assertThat(recorded.orElseThrow().measurements().value(ACCURACY)).hasValue(0.95);
        assertThat(trials().find(new TrialId(id, 99))).isEmpty();
    }

    @Test
    void modelsAndTheOldestRunAreThoseOfAllExperiments() {
        ExperimentId id = newExperiment();
        ExperimentId other = newExperiment();
        trials().add(trial(id, 1));
        trials().add(trial(other, 1));
        trials().add(trial(other, 2));
        Optional<Instant> before = trials().runningSince();
        assertThat(before.isEmpty() || before.get().isAfter(NOW.minusSeconds(9)))
                .isTrue();

        trials().start(new TrialId(id, 1), NOW.minusSeconds(9));
        trials().start(new TrialId(other, 1), NOW.minusSeconds(5));
        assertThat(trials().runningSince()).contains(NOW.minusSeconds(9));

        String model = UUID.randomUUID().toString();
        trials().record(new TrialId(id, 1), 1, TrialOutcome.completed(Measurements.none(), Optional.of(model)), NOW);
        assertThat(trials().models()).contains(model).doesNotContainNull();
        assertThat(trials().runningSince()).isNotEqualTo(Optional.of(NOW.minusSeconds(9)));
        experiments().delete(id);
        assertThat(trials().models()).doesNotContain(model);
    }

    @Test
    void aNumberIsGivenOnce() {
        ExperimentId id = newExperiment();
        trials().add(trial(id, 1));
        assertThatThrownBy(() -> trials().add(trial(id, 1))).isInstanceOf(RuntimeException.class);
        assertThat(trials().lastNumber(id)).isEqualTo(1);
    }

    @Test
    void numbersAndUnfinishedTrialsAreThoseOfOneExperiment() {
        ExperimentId id = newExperiment();
        ExperimentId other = newExperiment();
        assertThat(trials().lastNumber(id)).isZero();
        trials().add(trial(id, 2));
        trials().add(trial(id, 1));
        trials().add(trial(other, 7));
        addRecorded(id, 3);
        trials().start(new TrialId(id, 2), NOW);

        assertThat(trials().lastNumber(id)).isEqualTo(3);
        assertThat(trials().unfinished(id)).extracting(Trial::number).containsExactly(1, 2);
    }

    @Test
    void outcomesAreReadInTheOrderInWhichTheyWereRecorded() {
        ExperimentId id = newExperiment();
        for (int number : List.of(3, 1, 2)) {
            addRecorded(id, number);
        }
        assertThat(trials().recordedAfter(id, 0)).extracting(Trial::number).containsExactly(3, 1, 2);
        assertThat(trials().recordedAfter(id, 1)).extracting(Trial::number).containsExactly(1, 2);
        assertThat(trials().recordedAfter(id, 3)).isEmpty();
    }

    @Test
    void everyStartIsAnotherAttemptUntilTheTrialHasEnded() {
        ExperimentId id = newExperiment();
        trials().add(trial(id, 1));
        TrialId trial = new TrialId(id, 1);
        assertThat(trials().start(trial, NOW).orElseThrow().attempt()).isEqualTo(1);
        assertThat(trials().start(trial, NOW.plusSeconds(3)).orElseThrow())
                .extracting(Trial::attempt, Trial::startedAt)
                .containsExactly(2, Optional.of(NOW.plusSeconds(3)));
        trials().record(trial, 2, success(0.9, 1), NOW.plusSeconds(4));
        assertThat(trials().start(trial, NOW)).isEmpty();
        assertThat(trials().start(new TrialId(id, 2), NOW)).isEmpty();
        assertThat(trials().start(new TrialId(ExperimentId.random(), 1), NOW)).isEmpty();
    }

    @Test
    void onlyTheCurrentAttemptIsRecordedAndOnlyOnce() {
        ExperimentId id = newExperiment();
        trials().add(trial(id, 1));
        TrialId trial = new TrialId(id, 1);
        trials().start(trial, NOW);
        trials().start(trial, NOW);
        assertThat(trials().record(trial, 1, success(0.1, 1), NOW)).isEmpty();
        assertThat(trials().record(trial, 2, success(0.2, 1), NOW)).isPresent();
        assertThat(trials().record(trial, 2, success(0.3, 1), NOW)).isEmpty();
        assertThat(trials().find(trial).orElseThrow().measurements().value(ACCURACY))
                .hasValue(0.2);
        assertThat(trials().record(new TrialId(id, 2), 0, success(0.3, 1), NOW)).isEmpty();
        assertThat(trials().record(new TrialId(ExperimentId.random(), 1), 0, success(0.3, 1), NOW))
                .isEmpty();
    }

    @Test
    void whatNeedsNoEvaluationIsRecordedWithoutAStart() {
        ExperimentId id = newExperiment();
        Trial earlier = addRecorded(id, 1);
        experiments().claim(id, claimed -> {
            trials().add(trial(id, 2));
            trials().record(new TrialId(id, 2), 0, TrialOutcome.infeasible(Constraint.atMost(ACCURACY, 0.1)), NOW);
            trials().add(trial(id, 3));
            trials().record(new TrialId(id, 3), 0, TrialOutcome.remembered(earlier), NOW);
        });
        assertThat(trials().recordedAfter(id, 1))
                .extracting(Trial::state, Trial::fromMemory, Trial::attempt)
                .containsExactly(tuple(TrialState.INFEASIBLE, false, 0), tuple(TrialState.SUCCEEDED, true, 0));
    }

    @Test
    void cancellingEndsWhatHasNotEndedAndNothingElse() {
        ExperimentId id = newExperiment();
        Trial recorded = addRecorded(id, 1);
        trials().add(trial(id, 2));
        trials().add(trial(id, 3));
        trials().start(new TrialId(id, 3), NOW);

        List<Trial> cancelled = trials().cancelAll(id, CANCELLED, NOW.plusSeconds(1));
        assertThat(cancelled).extracting(Trial::number).containsExactly(2, 3);
        assertThat(cancelled).allSatisfy(trial -> {
            assertThat(trial.state()).isEqualTo(TrialState.CANCELLED);
            assertThat(trial.sequence()).isEmpty();
            assertThat(trial.end()).contains(CANCELLED);
            assertThat(trials().find(trial.id())).contains(trial);
        });
        assertThat(trials().find(recorded.id())).contains(recorded);
        assertThat(trials().record(new TrialId(id, 3), 1, success(0.9, 1), NOW)).isEmpty();
        assertThat(trials().cancelAll(id, CANCELLED, NOW)).isEmpty();
    }

    @Test
    void theFirstEvaluationUnderTheSameTermsIsRemembered() {
        Architecture architecture = Architecture.of("remembered");
        long seed = System.nanoTime();
        ExperimentId later = newExperiment(seed);
        ExperimentId first = newExperiment(seed);
        ExperimentId otherTerms = newExperiment(seed + 1);
        for (ExperimentId id : List.of(otherTerms, later, first)) {
            trials().add(trial(id, 1, architecture));
            trials().start(new TrialId(id, 1), NOW);
        }
        String terms = experiments().find(first).orElseThrow().spec().terms();
        assertThat(trials().remembered(terms, architecture.id(), FIDELITY)).isEmpty();

        trials().record(new TrialId(otherTerms, 1), 1, success(0.1, 1), NOW);
        trials().record(new TrialId(later, 1), 1, success(0.2, 1), NOW.plusSeconds(2));
        Trial found = trials().record(new TrialId(first, 1), 1, success(0.3, 1), NOW.plusSeconds(1))
                .orElseThrow();
        assertThat(trials().remembered(terms, architecture.id(), FIDELITY)).contains(found);
        assertThat(trials().remembered(terms, architecture.id(), Fidelity.epochs(3)))
                .isEmpty();
        assertThat(trials().remembered(terms, Architecture.of("another").id(), FIDELITY))
                .isEmpty();
    }

    @Test
    void failuresAreNotRemembered() {
        ExperimentId id = newExperiment();
        Architecture architecture = Architecture.of("failed " + id);
        trials().add(trial(id, 1, architecture));
        trials().record(new TrialId(id, 1), 0, TrialOutcome.failed("TrainingDiverged", "loss is NaN"), NOW);
        String terms = experiments().find(id).orElseThrow().spec().terms();
        assertThat(trials().remembered(terms, architecture.id(), FIDELITY)).isEmpty();
    }

    @Test
    void outcomesRecordedAtTheSameTimeGetEachItsOwnNumber() throws Exception {
        ExperimentId id = newExperiment();
        int threads = 8;
        int each = 15;
        IntStream.rangeClosed(1, threads * each).forEach(n -> trials().add(trial(id, n)));
        Together.run(threads, thread -> {
            for (int i = 0; i < each; i++) {
                TrialId trial = new TrialId(id, thread * each + i + 1);
                int attempt = trials().start(trial, NOW).orElseThrow().attempt();
                trials().record(trial, attempt, success(0.5, 1), NOW).orElseThrow();
            }
            return thread;
        });
        assertThat(trials().recordedAfter(id, 0))
                .extracting(trial -> trial.sequence().orElseThrow())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, threads * each).boxed().toList());
    }

    @Test
    void ofManyReportsOfOneTrialOneIsRecorded() throws Exception {
        ExperimentId id = newExperiment();
        trials().add(trial(id, 1));
        TrialId trial = new TrialId(id, 1);
        trials().start(trial, NOW);
        List<Optional<Trial>> reports =
                Together.run(8, thread -> trials().record(trial, 1, success(thread / 10.0, 1), NOW));
        List<Trial> recorded = reports.stream().flatMap(Optional::stream).toList();
        assertThat(recorded).hasSize(1);
        assertThat(trials().find(trial)).contains(recorded.get(0));
    }

    @Test
    void startsAtTheSameTimeAreEachAnAttempt() throws Exception {
        ExperimentId id = newExperiment();
        trials().add(trial(id, 1));
        List<Integer> attempts = Together.run(
                8,
                thread -> trials().start(new TrialId(id, 1), NOW).orElseThrow().attempt());
        assertThat(attempts).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void theHistoryOfAClaimedExperimentStandsStill() throws Exception {
        ExperimentId id = newExperiment();
        trials().add(trial(id, 1));
        TrialId trial = new TrialId(id, 1);
        trials().start(trial, NOW);
        CompletableFuture<?>[] report = new CompletableFuture<?>[1];
        experiments().claim(id, claimed -> {
            report[0] = CompletableFuture.supplyAsync(() -> trials().record(trial, 1, success(0.9, 1), NOW));
            assertThatThrownBy(() -> report[0].get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(trials().recordedAfter(id, 0)).isEmpty();
        });
        assertThat(report[0].get(10, TimeUnit.SECONDS)).isEqualTo(trials().find(trial));
        assertThat(trials().recordedAfter(id, 0)).hasSize(1);
    }

    @Test
    void claimsRecordsStartsAndCancelsAtTheSameTimeNeverBlockEachOtherForGood() throws Exception {
        ExperimentId id = newExperiment();
        int threads = 8;
        Together.run(threads, thread -> {
            for (int i = 0; i < 10; i++) {
                int number = thread * 100 + i + 1;
                TrialId trial = new TrialId(id, number);
                if (thread % 2 == 0) {
                    trials().add(trial(id, number));
                    trials().start(trial, NOW);
                    trials().record(trial, 1, success(0.5, 1), NOW);
                } else {
                    experiments().claim(id, claimed -> {
                        trials().add(trial(id, number));
                        trials().record(trial, 0, success(0.5, 1), NOW);
                        trials().cancelAll(id, CANCELLED, NOW);
                    });
                }
            }
            return thread;
        });
        List<Trial> recorded = trials().recordedAfter(id, 0);
        assertThat(recorded)
                .extracting(trial -> trial.sequence().orElseThrow())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, recorded.size()).boxed().toList());
        assertThat(trials().unfinished(id)).isEmpty();
    }

    private ExperimentId newExperiment() {
        return newExperiment(System.nanoTime());
    }

    private ExperimentId newExperiment(long seed) {
        Experiment experiment = experiment("of trials", seed, NOW);
        experiments().add(experiment);
        return experiment.id();
    }

    private Trial addRecorded(ExperimentId id, int number) {
        trials().add(trial(id, number));
        TrialId trial = new TrialId(id, number);
        trials().start(trial, NOW);
        return trials().record(trial, 1, success(0.5, 1), NOW).orElseThrow();
    }
}
