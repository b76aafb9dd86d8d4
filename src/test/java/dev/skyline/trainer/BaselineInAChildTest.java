package dev.skyline.trainer;

import dev.skyline.estimator.Estimate;
import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.Progress;
import dev.skyline.execution.ModelUnfit;
import dev.skyline.hardware.HostSettings;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A real model on real samples, as a baseline. */
@Timeout(180)
class BaselineInAChildTest {

    @TempDir
    private Path folder;

    @Test
    void aModelThatWasTrainedHereDoesAsBaselineWhatItDidAsTrial() throws Exception {
        EstimatorContext digits = DigitsTraining.importDigits(folder);
        TrainerSettings settings = DigitsTraining.settings(1, folder);
        MeasurementGate gate = new MeasurementGate(settings.quietLimit());
        try (TrainerPool pool = new TrainerPool(settings, gate);
                TrainerPool foreign = TrainerPool.foreign(settings, gate)) {
            Estimate trial = new TrainingEstimator(pool, DigitsTraining.SETTINGS, digits, folder)
                    .estimate(DigitsTraining.candidate(8, 32, 5), Fidelity.epochs(3), Progress.ignored());
            Path model = trial.model().orElseThrow();
            ChildAppraiser appraiser = new ChildAppraiser(foreign, folder);

            assertThat(appraiser.describe(model).shape()).containsExactly(1, 8, 8);
            Measurements known = appraiser.appraise(
                    model, Optional.of(digits.data().orElseThrow().hash()), digits.splitSeed());
            assertThat(value(known, Metric.ACCURACY)).isEqualTo(value(trial.measurements(), Metric.ACCURACY));
            assertThat(value(known, Metric.TEST_ACCURACY)).isEqualTo(value(trial.measurements(), Metric.TEST_ACCURACY));
            assertThat(value(known, Metric.PEAK_MEMORY)).isBetween(1e5, 1e9);

            Measurements timed = new HostTarget(
                            "host", new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 0.3), pool, foreign)
                    .measure(model)
                    .orElseThrow();
            assertThat(timed.value(MetricKey.of(Metric.LATENCY, "host")).orElseThrow())
                    .isBetween(0.001, 50.0);
            assertThat(new HostTarget("dl4j", new HostSettings(HostSettings.Runtime.DL4J, 1, 1, 0.3), pool, foreign)
                            .measure(model))
                    .isEmpty();

            Path rubbish = Files.write(folder.resolve("rubbish"), new byte[100_000]);
            assertThatThrownBy(() -> appraiser.describe(rubbish))
                    .isInstanceOfSatisfying(
                            ModelUnfit.class, e -> assertThat(e.code()).isEqualTo("ModelRefused"))
                    .hasMessageContaining("no ONNX model");
        }
    }

    private static double value(Measurements measurements, Metric metric) {
        return measurements.value(MetricKey.of(metric)).orElseThrow();
    }
}
