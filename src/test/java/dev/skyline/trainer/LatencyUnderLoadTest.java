package dev.skyline.trainer;

import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.Progress;
import dev.skyline.hardware.HostSettings;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Candidate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two measurements of the same model differ by a tenth at most in the median, though trainings want the cores all the
 * time: they yield. What else runs on the machine does not, so this wants a machine of its own.
 */
@Tag("figures")
@Timeout(180)
class LatencyUnderLoadTest {

    private static final int TRAININGS = 2;
    private static final int MEASUREMENTS = 5;

    @TempDir
    private Path data;

    @Test
    void whatIsMeasuredWhileTrainingsRunIsWhatIsMeasuredWithoutThem() throws Exception {
        EstimatorContext context = DigitsTraining.importDigits(data);
        TrainerSettings settings = DigitsTraining.settings(TRAININGS + 1, data);
        MeasurementGate gate = new MeasurementGate(settings.quietLimit());
        ExecutorService threads = Executors.newFixedThreadPool(TRAININGS);
        try (TrainerPool pool = new TrainerPool(settings, gate);
                TrainerPool foreign = TrainerPool.foreign(settings, gate)) {
            TrainingEstimator estimator = new TrainingEstimator(pool, DigitsTraining.SETTINGS, context, data);
            Path model = estimator
                    .estimate(DigitsTraining.candidate(32, 128, 1), Fidelity.epochs(1), Progress.ignored())
                    .model()
                    .orElseThrow();
            HostTarget host =
                    new HostTarget("host", new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 8, 1, 1), pool, foreign);
            Candidate candidate = DigitsTraining.candidate(32, 128, 1).withModel(model);
            double alone = latency(host, candidate);

            List<Future<?>> trainings = new ArrayList<>();
            for (int i = 0; i < TRAININGS; i++) {
                long seed = i;
                trainings.add(threads.submit(() -> train(estimator, seed)));
            }
            for (int i = 0; i < MEASUREMENTS; i++) {
                Thread.sleep(2000);
                assertThat(trainings).noneMatch(Future::isDone);
                double loaded = latency(host, candidate);
                assertThat(loaded / alone)
                        .as("%s ms, alone %s ms", loaded, alone)
                        .isBetween(0.9, 1.1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void train(TrainingEstimator estimator, long seed) throws InterruptedException {
        while (true) {
            estimator.estimate(DigitsTraining.candidate(16, 64, seed), Fidelity.epochs(30), Progress.ignored());
        }
    }

    private static double latency(HostTarget host, Candidate candidate) throws InterruptedException {
        return host.measure(candidate)
                .value(MetricKey.of(Metric.LATENCY, "host"))
                .orElseThrow();
    }
}
