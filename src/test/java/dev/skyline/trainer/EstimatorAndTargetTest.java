package dev.skyline.trainer;

import dev.skyline.architecture.Architecture;
import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.Estimate;
import dev.skyline.estimator.EstimationFailed;
import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.Progress;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Candidate;
import dev.skyline.network.Layer;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.trainer.child.ScriptedChild.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class EstimatorAndTargetTest {

    private static final TrainerPool POOL = Trainers.pool(Trainers.settings(1));

    @TempDir
    private Path folder;

    @AfterAll
    static void endChildren() {
        POOL.close();
    }

    @Test
    void anEstimateHasItsMeasurementsItsCurveAndItsModel() throws InterruptedException {
        Estimate estimate = estimate(Script.TRAIN, Progress.ignored());

        assertThat(estimate.measurements())
                .containsExactly(
                        Measurement.measured(Metric.ACCURACY, 0.9),
                        Measurement.measured(Metric.TEST_ACCURACY, 0.8),
                        Measurement.measured(Metric.LOSS, 1.0 / 3),
                        Measurement.measured(Metric.TRAINING_TIME, 3));
        assertThat(estimate.curve()).extracting(EpochReport::epoch).containsExactly(1, 2, 3);
        assertThat(estimate.stoppedEarly()).isFalse();
        assertThat(estimate.model())
                .hasValueSatisfying(model -> assertThat(model).hasContent("11 3"));
    }

    @Test
    void anEstimateThatWasStoppedSaysSo() throws InterruptedException {
        Estimate estimate = estimate(Script.ENDLESS, report -> Progress.Answer.STOP);

        assertThat(estimate.stoppedEarly()).isTrue();
        assertThat(estimate.curve()).hasSize(1);
    }

    @Test
    void aFailureOfTheCandidateAndTheLossOfTheWorkerAreToldApart() {
        assertThatThrownBy(() -> estimate(Script.DIVERGE, Progress.ignored()))
                .isInstanceOfSatisfying(
                        EstimationFailed.class, e -> assertThat(e.code()).isEqualTo("TrainingDiverged"));
        assertThatThrownBy(() -> estimate(Script.CRASH, Progress.ignored()))
                .isInstanceOfSatisfying(
                        EstimationFailed.class, e -> assertThat(e.code()).isEqualTo("WorkerLost"));
    }

    @Test
    void fullFidelityIsThatOfTheSettings() {
        assertThat(estimator().fullFidelity()).isEqualTo(new Fidelity(5, 1));
    }

    @Test
    void aHostGivesLatencyAndThroughputUnderItsName() throws InterruptedException {
        Measurements measured = new HostTarget(
                        "host", new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 0.5), POOL, POOL)
                .measure(candidate(Script.TRAIN).withModel(folder.resolve(Script.TRAIN.name())));

        Measurement latency =
                measured.find(MetricKey.of(Metric.LATENCY, "host")).orElseThrow();
        assertThat(latency.value()).isEqualTo(0.5);
        assertThat(latency.source()).isEqualTo(Source.MEASURED);
        assertThat(latency.p95()).hasValue(0.6);
        assertThat(latency.spread()).hasValue(0.01);
        assertThat(latency.steady()).isTrue();
        assertThat(measured.value(MetricKey.of(Metric.THROUGHPUT, "host"))).hasValue(2000);
    }

    @Test
    void aHostUnderDl4jMeasuresTheNetworkAndNeedsNoModel() throws InterruptedException {
        HostSettings settings = new HostSettings(HostSettings.Runtime.DL4J, 1, 1, 0.5);
        Measurements measured = new HostTarget("slow", settings, POOL, POOL).measure(candidate(Script.TRAIN));
        assertThat(measured.value(MetricKey.of(Metric.LATENCY, "slow"))).hasValue(0.25);
    }

    @Test
    void aHostMeasuresWhatIsNotTrainedYetAndLeavesNoFileBehind() throws InterruptedException, IOException {
        HostTarget host =
                new HostTarget("host", new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 0.5), POOL, POOL);
        try (Stream<Path> before = Files.list(POOL.scratch())) {
            Set<Path> there = before.collect(Collectors.toSet());
            assertThat(host.measure(candidate(Script.TRAIN)).value(MetricKey.of(Metric.LATENCY, "host")))
                    .hasValue(0.5);
            try (Stream<Path> after = Files.list(POOL.scratch())) {
                assertThat(there).containsAll(after.toList());
            }
        }
    }

    @Test
    void aHostRefusesWhatItCannotMeasure() {
        HostTarget host =
                new HostTarget("host", new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 0.5), POOL, POOL);
        Candidate refused = candidate(Script.TRAIN).withModel(folder.resolve(Script.BUG.name()));

        assertThatThrownBy(() -> host.measure(refused))
                .isInstanceOfSatisfying(
                        MeasurementFailed.class, e -> assertThat(e.code()).isEqualTo("ModelRefused"));
    }

    private Estimate estimate(Script script, Progress progress) throws InterruptedException {
        return estimator().estimate(candidate(script), Fidelity.epochs(3), progress);
    }

    private TrainingEstimator estimator() {
        return new TrainingEstimator(
                POOL,
                Trainers.SETTINGS,
                EstimatorContext.of(new EstimatorContext.Data("digits", "none", List.of("a", "b")), 1),
                folder);
    }

    private static Candidate candidate(Script script) {
        Network network = new Network(
                Shape.features(4),
                List.of(
                        new Node("dense", new Layer.Dense(2), List.of(Network.INPUT)),
                        new Node("softmax", new Layer.Softmax(), List.of("dense"))));
        return new Candidate(Architecture.of(script.name()), network, 11, Optional.empty());
    }
}
