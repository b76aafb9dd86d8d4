package dev.skyline.persistence.experiment;

import dev.skyline.estimator.EpochReport;
import dev.skyline.execution.LearningCurves;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.Trials;
import dev.skyline.persistence.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static dev.skyline.experiment.ExperimentExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

@PersistenceTest
class JpaLearningCurvesTest {

    @Autowired
    private LearningCurves curves;

    @Autowired
    private Experiments experiments;

    @Autowired
    private Trials trials;

    private TrialId trial;

    @BeforeEach
    void beginTrial() {
        Experiment experiment = ExperimentExamples.experiment();
        experiments.add(experiment);
        trials.add(ExperimentExamples.trial(experiment.id(), 1));
        trial = new TrialId(experiment.id(), 1);
        trials.start(trial, NOW);
    }

    @Test
    void aCurveIsReadByEpoch() {
        assertThat(curves.of(trial)).isEmpty();
        curves.add(trial, 1, epoch(2));
        curves.add(trial, 1, epoch(1));
        assertThat(curves.of(trial)).containsExactly(epoch(1), epoch(2));
    }

    @Test
    void aLossThatIsNoNumberIsKeptAsSuch() {
        EpochReport diverged = new EpochReport(1, 3, Double.NaN, Double.POSITIVE_INFINITY, 0.1, 2.5);
        curves.add(trial, 1, diverged);
        assertThat(curves.of(trial)).containsExactly(diverged);
    }

    @Test
    void anotherAttemptReplacesTheCurve() {
        curves.add(trial, 1, epoch(1));
        curves.add(trial, 1, epoch(2));
        trials.start(trial, NOW);
        curves.add(trial, 2, epoch(1));
        assertThat(curves.of(trial)).containsExactly(epoch(1));
    }

    @Test
    void whoLostTheTrialReportsInVain() {
        trials.start(trial, NOW);
        curves.add(trial, 2, epoch(1));
        curves.add(trial, 1, epoch(2));
        assertThat(curves.of(trial)).containsExactly(epoch(1));
    }

    @Test
    void aTrialThatIsGoneHasNoCurve() {
        curves.add(trial, 1, epoch(1));
        experiments.delete(trial.experiment());
        curves.add(trial, 1, epoch(2));
        assertThat(curves.of(trial)).isEmpty();
        assertThat(curves.of(new TrialId(ExperimentId.random(), 1))).isEmpty();
    }

    private static EpochReport epoch(int epoch) {
        return new EpochReport(epoch, 3, 1.0 / epoch, 1.1 / epoch, 0.3 * epoch, 2.5 * epoch);
    }
}
