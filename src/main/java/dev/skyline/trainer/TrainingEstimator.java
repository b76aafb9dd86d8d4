package dev.skyline.trainer;

import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.Estimate;
import dev.skyline.estimator.EstimationFailed;
import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.estimator.Progress;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.network.Candidate;
import dev.skyline.network.NetworkDocument;
import dev.skyline.trainer.protocol.Command;
import dev.skyline.trainer.protocol.ModelOrigin;
import dev.skyline.trainer.protocol.Report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trains the candidate on real data, in a child process; the model of its best epoch becomes an ONNX file. */
public final class TrainingEstimator implements PerformanceEstimator {

    private final TrainerPool pool;
    private final TrainingSettings settings;
    private final EstimatorContext.Data data;
    private final long splitSeed;
    private final Path dataDirectory;

    /**
     * @param dataDirectory of the service: data sets lie in it, and model files are laid into it
     * @throws dev.skyline.plugin.InvalidSettings where there is no data set to train on
     */
    public TrainingEstimator(
            TrainerPool pool, TrainingSettings settings, EstimatorContext context, Path dataDirectory) {
        this.pool = pool;
        this.settings = settings;
        this.data = context.requireData("training");
        this.splitSeed = context.splitSeed();
        this.dataDirectory = dataDirectory.toAbsolutePath();
    }

    @Override
    public Estimate estimate(Candidate candidate, Fidelity fidelity, Progress progress) throws InterruptedException {
        List<EpochReport> curve = new ArrayList<>();
        Report.Trained trained;
        try {
            trained = pool.train(job(candidate, fidelity), report -> {
                curve.add(report);
                return progress.epoch(report);
            });
        } catch (JobFailed e) {
            throw new EstimationFailed(e.code(), e.getMessage());
        }
        Measurements measurements = Measurements.of(
                Measurement.measured(Metric.ACCURACY, trained.accuracy()),
                Measurement.measured(Metric.TEST_ACCURACY, trained.testAccuracy()),
                Measurement.measured(Metric.LOSS, trained.loss()),
                Measurement.measured(Metric.TRAINING_TIME, trained.seconds()));
        return new Estimate(measurements, curve, trained.stoppedEarly(), Optional.of(trained.model()));
    }

    @Override
    public Fidelity fullFidelity() {
        return new Fidelity(settings.epochs(), settings.dataFraction());
    }

    private Command.Train job(Candidate candidate, Fidelity fidelity) {
        return new Command.Train(
                NetworkDocument.write(candidate.network()),
                data.hash(),
                splitSeed,
                settings,
                fidelity,
                candidate.seed(),
                new ModelOrigin(candidate.architecture().text(), data.name(), data.classes()),
                dataDirectory);
    }
}
