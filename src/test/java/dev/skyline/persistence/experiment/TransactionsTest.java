package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.Trials;
import dev.skyline.persistence.PersistenceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static dev.skyline.experiment.ExperimentExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@PersistenceTest
class TransactionsTest {

    @Autowired
    private Experiments experiments;

    @Autowired
    private Trials trials;

    @Autowired
    private TransactionTemplate transactions;

    private final Experiment experiment = ExperimentExamples.experiment();
    private final TrialId first = new TrialId(experiment.id(), 1);

    @Test
    void aTurnThatFailsLeavesNothing() {
        experiments.add(experiment);
        assertThatThrownBy(() -> experiments.claim(experiment.id(), claimed -> {
                    experiments.update(claimed.started(NOW));
                    trials.add(ExperimentExamples.trial(experiment.id(), 1));
                    throw new IllegalArgumentException("a strategy's fault");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(experiments.find(experiment.id())).contains(experiment);
        assertThat(trials.lastNumber(experiment.id())).isZero();
    }

    @Test
    void everythingJoinsTheTransactionOfTheCaller() {
        transactions.executeWithoutResult(status -> {
            experiments.add(experiment);
            trials.add(ExperimentExamples.trial(experiment.id(), 1));
            trials.start(first, NOW);
            trials.record(first, 1, ExperimentExamples.success(0.9, 1), NOW);
            status.setRollbackOnly();
        });
        assertThat(experiments.find(experiment.id())).isEmpty();
        assertThat(trials.find(first)).isEmpty();
    }

    @Test
    void aChangeSeesWhatOthersCommittedAlsoWhereTheTransactionHadReadItBefore() {
        experiments.add(experiment);
        transactions.executeWithoutResult(status -> {
            experiments.find(experiment.id());
            trials.unfinished(experiment.id());
            elsewhere(() -> experiments.change(experiment.id(), e -> e.edited(ExperimentExamples.editable("renamed"))));
            elsewhere(() -> trials.add(ExperimentExamples.trial(experiment.id(), 1)));
            elsewhere(() -> trials.start(first, NOW).orElseThrow());
            assertThat(trials.record(first, 1, ExperimentExamples.success(0.9, 1), NOW))
                    .isPresent();
            experiments.change(experiment.id(), e -> e.started(NOW));
        });
        Experiment found = experiments.find(experiment.id()).orElseThrow();
        assertThat(found)
                .isEqualTo(experiment
                        .edited(ExperimentExamples.editable("renamed"))
                        .started(NOW));
    }

    private static void elsewhere(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
