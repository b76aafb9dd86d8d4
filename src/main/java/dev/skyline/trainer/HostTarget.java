package dev.skyline.trainer;

import dev.skyline.export.ExportFailed;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.ModelTarget;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;
import dev.skyline.network.NetworkDocument;
import dev.skyline.onnx.UntrainedOnnx;
import dev.skyline.trainer.protocol.Command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** This machine: the model runs under ONNX Runtime or DL4J in a child process, while no training of the node runs. */
public final class HostTarget implements HardwareTarget, ModelTarget {

    private final String name;
    private final HostSettings settings;
    private final TrainerPool pool;
    private final TrainerPool foreign;

    /**
     * @param name under which the measurements are filed
     * @param pool for what was trained here
     * @param foreign for model files of unknown make
     */
    public HostTarget(String name, HostSettings settings, TrainerPool pool, TrainerPool foreign) {
        this.name = name;
        this.settings = settings;
        this.pool = pool;
        this.foreign = foreign;
    }

    /** Where there is no trained model, one with random weights is measured: an inference takes as long whatever they are. */
    @Override
    public Measurements measure(Candidate candidate) throws InterruptedException {
        if (settings.runtime() == HostSettings.Runtime.DL4J) {
            return measure(new Command.MeasureGraph(NetworkDocument.write(candidate.network()), settings));
        }
        return candidate.model().isPresent()
                ? measure(new Command.Measure(candidate.model().get(), settings))
                : measureUntrained(candidate);
    }

    private Measurements measureUntrained(Candidate candidate) throws InterruptedException {
        try {
            ScratchFolder folder = ScratchFolder.create(pool.scratch());
            try {
                byte[] model = UntrainedOnnx.write(
                        candidate.network().withoutDeadNodes(),
                        candidate.architecture().text());
                return measure(
                        new Command.Measure(Files.write(folder.path().resolve("untrained.onnx"), model), settings));
            } finally {
                folder.delete();
            }
        } catch (ExportFailed e) {
            throw new MeasurementFailed(e.code(), e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Measurements measure(Command.Measurement job) throws InterruptedException {
        try {
            return pool.measure(job).measurements(name);
        } catch (JobFailed e) {
            throw new MeasurementFailed(e.code(), e.getMessage());
        }
    }

    @Override
    public Optional<Measurements> measure(Path model) throws InterruptedException {
        if (settings.runtime() != HostSettings.Runtime.ONNXRUNTIME) {
            return Optional.empty();
        }
        try {
            return Optional.of(foreign.measureForeign(new Command.Measure(model, settings))
                    .latency()
                    .measurements(name));
        } catch (JobFailed e) {
            throw new MeasurementFailed(e.code(), e.getMessage());
        }
    }
}
