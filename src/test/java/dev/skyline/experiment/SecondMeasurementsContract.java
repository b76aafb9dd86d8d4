package dev.skyline.experiment;

import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of second measurements promises. */
public abstract class SecondMeasurementsContract {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private ExperimentId id;

    protected abstract Experiments experiments();

    protected abstract Trials trials();

    protected abstract SecondMeasurements second();

    @BeforeEach
    void add() {
        id = experiment(ExperimentState.SUCCEEDED);
    }

    private ExperimentId experiment(ExperimentState state) {
        Experiment experiment = ExperimentExamples.experiment().started(NOW);
        experiments().add(experiment);
        trials().add(ExperimentExamples.trial(experiment.id(), 1));
        trials().add(ExperimentExamples.trial(experiment.id(), 2));
        experiments().update(experiment.finished(state, new End("MaxTrialsReached", "done"), NOW));
        return experiment.id();
    }

    private TrialId trial(int number) {
        return new TrialId(id, number);
    }

    private static SecondMeasurement measured(TrialId trial, double value) {
        return new SecondMeasurement(
                trial, Measurements.of(Measurement.computed(Metric.MACS, value)), Optional.empty(), NOW);
    }

    @Test
    void whatSucceededIsDecidedOnce() {
        ExperimentId failed = experiment(ExperimentState.FAILED);
        assertThat(second().undecided()).contains(id).doesNotContain(failed);

        second().decide(id, List.of(1, 2));
        second().decide(id, List.of(1));

        assertThat(second().undecided()).doesNotContain(id);
        assertThat(second().waiting()).contains(trial(1), trial(2));
        assertThat(second().isWaiting(trial(1))).isTrue();
        assertThat(second().isWaiting(new TrialId(id, 3))).as("not chosen").isFalse();
    }

    @Test
    void whatWasMeasuredIsStoredOnceAndWaitsNoMore() {
        second().decide(id, List.of(2, 1));
        SecondMeasurement first = measured(trial(1), 3);
        SecondMeasurement failed = new SecondMeasurement(
                trial(2), Measurements.none(), Optional.of(new End("WorkerLost", "it is gone")), NOW);

        second().record(failed);
        second().record(first);
        second().record(measured(trial(1), 4));
        second().record(measured(new TrialId(ExperimentId.random(), 1), 4));

        assertThat(second().of(id)).containsExactly(first, failed);
        assertThat(second().waiting()).doesNotContain(trial(1), trial(2));
        assertThat(second().isWaiting(trial(1))).isFalse();
    }

    @Test
    void theyGoWithTheirExperiment() {
        second().decide(id, List.of(1));
        experiments().delete(id);
        assertThat(second().waiting()).doesNotContain(trial(1));
    }
}
