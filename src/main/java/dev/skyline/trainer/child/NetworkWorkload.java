package dev.skyline.trainer.child;

import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.Samples;
import dev.skyline.dataset.Split;
import dev.skyline.dl4j.NetworkInference;
import dev.skyline.dl4j.NetworkTrainer;
import dev.skyline.estimator.TrainingMonitor;
import dev.skyline.estimator.TrainingResult;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.Repetitions;
import dev.skyline.network.Network;
import dev.skyline.network.NetworkDocument;
import dev.skyline.onnx.LatencyMeter;
import dev.skyline.onnx.ModelDescription;
import dev.skyline.onnx.ModelRefused;
import dev.skyline.onnx.OnnxWriter;
import dev.skyline.trainer.protocol.Command;
import dev.skyline.trainer.protocol.Report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Trains under DL4J, writes ONNX, measures under ONNX Runtime. Remembers the data set that it trained on last. */
final class NetworkWorkload implements Workload {

    private static final String MODELS = "models";
    private static final String DEVELOPMENT = "development";

    private final long memoryBound;
    private final boolean trains;
    private final NetworkTrainer trainer;
    private String dataset = "";
    private Samples samples;

    /**
     * @param memoryBound bytes of native memory that one training may take
     * @param trains whether it will train
     */
    NetworkWorkload(long memoryBound, boolean trains) {
        this.trains = trains;
        this.memoryBound = memoryBound;
        this.trainer = new NetworkTrainer(memoryBound);
    }

    @Override
    public void prepare() {
        if (trains) {
            WarmUp.train(trainer);
        }
    }

    @Override
    public Report.Trained train(Command.Train job, TrainingMonitor monitor) throws InterruptedException {
        try {
            Network network = NetworkDocument.read(job.network());
            Samples all = samples(job);
            Split split = Split.stratified(all.labels(), all.classes(), job.splitSeed());
            Samples prepared = all.standardizedBy(split.training());
            TrainingResult result =
                    trainer.train(network, prepared, split, job.settings(), job.fidelity(), job.seed(), monitor);
            ModelDescription description = new ModelDescription(
                    job.origin().architecture(),
                    job.origin().dataset(),
                    job.origin().classes(),
                    prepared.preprocessing(),
                    version());
            byte[] model = OnnxWriter.write(network.withoutDeadNodes(), result.weights(), description);
            Path file = ModelFiles.store(job.dataDirectory().resolve(MODELS), model);
            return new Report.Trained(
                    result.accuracy(),
                    result.testAccuracy(),
                    result.loss(),
                    result.seconds(),
                    result.stoppedEarly(),
                    file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Report.Measured measure(Command.Measure job) throws InterruptedException {
        try {
            PeakMemory memory = PeakMemory.begin();
            LatencyReport latency = LatencyMeter.measure(job.model(), job.settings());
            return new Report.Measured(latency, trains ? OptionalLong.empty() : memory.growth());
        } catch (ModelRefused e) {
            throw new MeasurementFailed("ModelRefused", e.getMessage());
        }
    }

    @Override
    public Report.Measured measure(Command.MeasureGraph job) throws InterruptedException {
        HostSettings settings = job.settings();
        Network network = NetworkDocument.read(job.network());
        try (NetworkInference inference = new NetworkInference(network, settings.batchSize(), memoryBound)) {
            return new Report.Measured(new Repetitions(System::nanoTime, settings.maxSeconds())
                    .measure(inference::run, settings.batchSize()));
        }
    }

    @Override
    public Report.Outcome look(Command.Foreign job) throws InterruptedException {
        try {
            return job instanceof Command.Appraise appraisal
                    ? ForeignModels.appraise(appraisal)
                    : ForeignModels.inspect(job.model());
        } catch (ModelRefused e) {
            throw new MeasurementFailed("ModelRefused", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Report.Exported export(Command.Export job) {
        return new Report.Exported(new ModelExport(job).run());
    }

    private Samples samples(Command.Train job) throws IOException {
        if (!dataset.equals(job.dataset())) {
            samples = null;
            samples = new DatasetFiles(job.dataDirectory()).read(job.dataset());
            dataset = job.dataset();
        }
        return samples;
    }

    private static String version() {
        return Optional.ofNullable(NetworkWorkload.class.getPackage().getImplementationVersion())
                .orElse(DEVELOPMENT);
    }
}
