package dev.skyline.search;

import dev.skyline.experiment.Device;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialState;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SearchBench.DraftBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Targets that answer before anything is trained. */
class ModelledTargetTest {

    private static final MetricKey LATENCY = MetricKey.of(Metric.LATENCY, "board");

    private final SearchBench bench = new SearchBench();
    private final HardwareTargetSpec board =
            new HardwareTargetSpec("board", PluginSpec.of("counted"), "", Instant.EPOCH);

    @BeforeEach
    void describe() {
        bench.targets.add(board);
    }

    @Test
    void whatTheyPredictIsKnownBeforeTrainingAndBreaksLimitsThen() throws Exception {
        List<Trial> trials = finish(atMost(0.5, OptionalDouble.empty()));

        assertThat(trials).hasSize(10).allSatisfy(trial -> {
            assertThat(trial.state()).isEqualTo(TrialState.SUCCEEDED);
            Measurement latency = trial.measurements().find(LATENCY).orElseThrow();
            assertThat(latency.source()).isEqualTo(Measurement.Source.PREDICTED);
            assertThat(latency.value()).isLessThanOrEqualTo(0.5);
            assertThat(latency.interval()).isPresent();
        });
        assertThat(bench.evaluations).isEqualTo(10);
    }

    @Test
    void aChanceConstraintKeepsItsDistance() throws Exception {
        List<Trial> trials = finish(atMost(0.5, OptionalDouble.of(0.975)));

        assertThat(trials)
                .allSatisfy(
                        trial -> assertThat(trial.measurements().value(LATENCY).orElseThrow() * 1.2)
                                .isLessThanOrEqualTo(0.5 + 1e-9));
    }

    @Test
    void whatOneKnowsNothingOfIsNotTrained() throws Exception {
        DraftBuilder draft = onBoard();
        draft.space = new PluginSpec("nas-bench-201", Map.of("channels", 64));
        List<Trial> trials = finish(draft);

        assertThat(trials).anySatisfy(trial -> {
            assertThat(trial.state()).isEqualTo(TrialState.INFEASIBLE);
            assertThat(trial.end().orElseThrow().reason()).isEqualTo("UnknownToTarget");
        });
        assertThat(bench.evaluations).isEqualTo((int) trials.stream()
                .filter(trial -> trial.state() == TrialState.SUCCEEDED)
                .count());
    }

    @Test
    void aLimitThatNothingMeetsIsRefusedBeforeTraining() {
        assertThatThrownBy(() ->
                        bench.submit.submit(atMost(1e-9, OptionalDouble.empty()).build()))
                .isInstanceOf(InvalidExperiment.class)
                .hasMessageContaining("latency@board");
    }

    @Test
    void aSearchKeepsItsTargetsAsTheyWere() {
        assertThat(bench.submit.submit(onBoard().build()).spec().devices())
                .containsExactly(new Device("board", PluginSpec.of("counted"), Optional.empty()));
    }

    @Test
    void oneThatIsNotReadyIsRefused() {
        bench.targets.update(new HardwareTargetSpec(
                "board", board.model(), "", Instant.EPOCH, Optional.empty(), HardwareTargetSpec.State.CALIBRATING, ""));
        assertThatThrownBy(() -> bench.submit.submit(onBoard().build()))
                .isInstanceOf(InvalidExperiment.class)
                .hasMessageContaining("still being measured");
        bench.targets.update(board.failed("it burns"));
        assertThatThrownBy(() -> bench.submit.submit(onBoard().build())).hasMessageContaining("it burns");
    }

    private static DraftBuilder onBoard() {
        DraftBuilder draft = SearchBench.draft();
        draft.targets = Optional.of(List.of("board"));
        return draft;
    }

    private static DraftBuilder atMost(double millis, OptionalDouble confidence) {
        DraftBuilder draft = onBoard();
        draft.constraints = List.of(new Draft.Constraint(
                "latency", Optional.of("board"), OptionalDouble.of(millis), OptionalDouble.empty(), confidence));
        return draft;
    }

    private List<Trial> finish(DraftBuilder draft) throws InterruptedException {
        Experiment experiment = bench.submit.submit(draft.build());
        bench.finish(experiment.id());
        return bench.recorded(experiment.id());
    }
}
