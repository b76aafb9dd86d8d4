package dev.skyline.search;

import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialState;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.plugin.PluginSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Trials that are to be measured on a device that is not there. */
class AwaitedDeviceTest {

    private static final Duration WHILE = Duration.ofMinutes(5);

    private final SearchBench bench = new SearchBench();
    private ExperimentId experiment;
    private TrialId trial;

    @BeforeEach
    void propose() {
        bench.targets.add(new HardwareTargetSpec("board", PluginSpec.of("host"), "", Instant.EPOCH));
        SearchBench.DraftBuilder draft = SearchBench.draft();
        draft.targets = Optional.of(List.of("host", "board"));
        draft.maxFailed = 1;
        draft.maxDuration = Optional.of(WHILE.multipliedBy(2));
        experiment = bench.submit.submit(draft.build()).id();
        bench.pass(WHILE);
        bench.advance.advance(experiment);
        trial = bench.queue.element();
    }

    @Test
    void aTrialIsNotBegunWhileADeviceIsAway() throws InterruptedException {
        bench.isThere = (target, since) -> target.equals("host");
        assertThat(bench.run.run(trial)).isFalse();
        assertThat(bench.run.run(trial)).isFalse();
        assertThat(stored().state()).isEqualTo(TrialState.QUEUED);
        assertThat(stored().attempt()).isZero();
        assertThat(bench.evaluations).isZero();

        bench.isThere = (target, since) -> true;
        assertThat(bench.run.run(trial)).isTrue();
        assertThat(stored().state()).isEqualTo(TrialState.SUCCEEDED);
        assertThat(stored().attempt()).isEqualTo(1);
    }

    @Test
    void aTrialFailsUntrainedWhereItIsNotWorthWhileToWaitForOneOfItsDevices() throws InterruptedException {
        bench.isThere = (target, since) -> {
            if (target.equals("board")) {
                throw new MeasurementFailed("AgentSilent", "it has been away for too long");
            }
            return false;
        };
        assertThat(bench.runNext()).isTrue();
        assertThat(stored().state()).isEqualTo(TrialState.FAILED);
        assertThat(stored().end()).contains(new End("AgentSilent", "it has been away for too long"));
        assertThat(bench.evaluations).isZero();
        assertThat(bench.experiments.find(experiment).flatMap(Experiment::end).map(End::reason))
                .contains("MaxFailedTrialsReached");
    }

    @Test
    void aDeviceIsWaitedForSinceTheTrialWasProposedOrTheNodeCameUpAgain() throws InterruptedException {
        Set<Instant> asked = new HashSet<>();
        bench.isThere = (target, since) -> {
            asked.add(since);
            return false;
        };
        bench.pass(WHILE);
        assertThat(bench.run.run(trial)).isFalse();
        assertThat(asked).containsExactly(stored().createdAt());

        asked.clear();
        assertThat(bench.restarted().run(trial)).isFalse();
        assertThat(asked).containsExactly(stored().createdAt().plus(WHILE));
    }

    @Test
    void aTrialThatWasCancelledWhileItWaitedIsDoneWith() throws InterruptedException {
        bench.isThere = (target, since) -> false;
        assertThat(bench.run.run(trial)).isFalse();
        bench.control.cancel(experiment);
        bench.isThere = (target, since) -> true;
        assertThat(bench.run.run(trial)).isTrue();
        assertThat(stored().state()).isEqualTo(TrialState.CANCELLED);
        assertThat(bench.evaluations).isZero();
    }

    @Test
    void aSearchWhoseTimeRunsOutMeanwhileEndsWithTheTrialThatWaits() throws InterruptedException {
        bench.isThere = (target, since) -> false;
        assertThat(bench.run.run(trial)).isFalse();
        bench.pass(WHILE.multipliedBy(2));
        bench.advance.advance(experiment);
        assertThat(state()).isEqualTo(ExperimentState.STOPPING);
        assertThat(bench.run.run(trial)).isFalse();

        bench.isThere = (target, since) -> true;
        assertThat(bench.run.run(trial)).isTrue();
        assertThat(state()).isEqualTo(ExperimentState.SUCCEEDED);
        assertThat(bench.queue).containsExactly(trial);
    }

    private ExperimentState state() {
        return bench.experiments.find(experiment).orElseThrow().state();
    }

    private Trial stored() {
        return bench.trials.find(trial).orElseThrow();
    }
}
