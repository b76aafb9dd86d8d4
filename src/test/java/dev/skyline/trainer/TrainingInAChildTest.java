package dev.skyline.trainer;

import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.Estimate;
import dev.skyline.estimator.EstimationFailed;
import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.Progress;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Candidate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(120)
class TrainingInAChildTest {

    private static final HostSettings HOST = new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 0.5);

    @TempDir
    private static Path folder;

    private static TrainerPool pool;
    private static EstimatorContext digits;

    @BeforeAll
    static void startPool() throws IOException {
        digits = DigitsTraining.importDigits(folder);
        TrainerSettings settings = DigitsTraining.settings(1, folder);
        pool = new TrainerPool(settings, new MeasurementGate(settings.quietLimit()));
    }

    @AfterAll
    static void endChildren() {
        pool.close();
    }

    @Test
    void aNetworkIsTrainedOnDigitsAndItsModelMeasured() throws InterruptedException {
        Candidate candidate = DigitsTraining.candidate(8, 32, 5);

        Estimate estimate = estimate(candidate, 5);
        Measurements measured = new HostTarget("host", HOST, pool, pool)
                .measure(candidate.withModel(estimate.model().orElseThrow()));

        assertThat(value(estimate, Metric.ACCURACY)).isGreaterThan(0.9);
        assertThat(value(estimate, Metric.TEST_ACCURACY)).isBetween(0.9, 1.0);
        assertThat(value(estimate, Metric.LOSS)).isBetween(0.0, 0.5);
        assertThat(value(estimate, Metric.TRAINING_TIME)).isBetween(0.001, 60.0);
        assertThat(estimate.curve()).extracting(EpochReport::epoch).containsExactly(1, 2, 3, 4, 5);
        assertThat(estimate.model().orElseThrow()).hasParent(folder.resolve("models"));
        Measurement latency =
                measured.find(MetricKey.of(Metric.LATENCY, "host")).orElseThrow();
        assertThat(latency.value()).isBetween(0.001, 10.0);
        assertThat(measured.value(MetricKey.of(Metric.THROUGHPUT, "host")).orElseThrow())
                .isGreaterThan(100);
    }

    @Test
    void whatIsNotTrainedYetIsMeasuredWithRandomWeights() throws InterruptedException {
        Measurements measured = new HostTarget("host", HOST, pool, pool).measure(DigitsTraining.candidate(8, 32, 5));

        assertThat(measured.value(MetricKey.of(Metric.LATENCY, "host")).orElseThrow())
                .isBetween(0.001, 10.0);
    }

    @Test
    void theSameNetworkIsMeasuredUnderDl4jToo() throws InterruptedException {
        Candidate candidate = DigitsTraining.candidate(8, 32, 5);
        HostSettings settings = new HostSettings(HostSettings.Runtime.DL4J, 4, 1, 0.5);

        Measurements measured = new HostTarget("dl4j", settings, pool, pool).measure(candidate);

        assertThat(measured.value(MetricKey.of(Metric.LATENCY, "dl4j")).orElseThrow())
                .isBetween(0.02, 1000.0);
        assertThat(measured.value(MetricKey.of(Metric.THROUGHPUT, "dl4j")).orElseThrow())
                .isBetween(1.0, 4 * 50_000.0);
    }

    @Test
    void theSameSeedGivesTheSameModelFile() throws InterruptedException {
        Estimate first = estimate(DigitsTraining.candidate(4, 16, 5), 2);
        Estimate second = estimate(DigitsTraining.candidate(4, 16, 5), 2);
        Estimate other = estimate(DigitsTraining.candidate(4, 16, 6), 2);

        assertThat(second.model()).isEqualTo(first.model());
        assertThat(other.model()).isNotEqualTo(first.model());
    }

    @Test
    void aTrainingThatIsStoppedKeepsItsBestEpoch() throws InterruptedException {
        Estimate estimate = new TrainingEstimator(pool, DigitsTraining.SETTINGS, digits, folder)
                .estimate(
                        DigitsTraining.candidate(4, 16, 5),
                        Fidelity.epochs(50),
                        report -> report.epoch() == 2 ? Progress.Answer.STOP : Progress.Answer.CONTINUE);

        assertThat(estimate.stoppedEarly()).isTrue();
        assertThat(estimate.curve()).hasSize(2);
        assertThat(estimate.model())
                .hasValueSatisfying(model -> assertThat(model).isNotEmptyFile());
    }

    @Test
    void aNetworkThatAsksFor64GigabytesCostsItsTrialAndNoMore() throws InterruptedException {
        Candidate greedy = DigitsTraining.candidate(64, 16 << 20, 5);

        assertThatThrownBy(() -> estimate(greedy, 1))
                .isInstanceOfSatisfying(
                        EstimationFailed.class, e -> assertThat(e.code()).isEqualTo("OutOfMemory"));

        estimate(DigitsTraining.candidate(4, 16, 5), 1);
    }

    @Test
    void aDamagedModelIsRefused() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.onnx"), "no model");

        assertThatThrownBy(() -> new HostTarget("host", HOST, pool, pool)
                        .measure(DigitsTraining.candidate(4, 16, 5).withModel(damaged)))
                .isInstanceOfSatisfying(
                        MeasurementFailed.class, e -> assertThat(e.code()).isEqualTo("ModelRefused"));
    }

    private static Estimate estimate(Candidate candidate, int epochs) throws InterruptedException {
        return new TrainingEstimator(pool, DigitsTraining.SETTINGS, digits, folder)
                .estimate(candidate, Fidelity.epochs(epochs), Progress.ignored());
    }

    private static double value(Estimate estimate, Metric metric) {
        return estimate.measurements().value(MetricKey.of(metric)).orElseThrow();
    }
}
