package dev.skyline.trainer;

import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.ModelTarget;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;
import dev.skyline.network.NetworkDocument;
import dev.skyline.trainer.protocol.Command;

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

    @Override
    public Measurements measure(Candidate candidate) throws InterruptedException {
        try {
            return pool.measure(job(candidate)).measurements(name);
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

    private Command.Measurement job(Candidate candidate) {
        return switch (settings.runtime()) {
            case DL4J -> new Command.MeasureGraph(NetworkDocument.write(candidate.network()), settings);
            case ONNXRUNTIME ->
                new Command.Measure(
                        candidate
                                .model()
                                .orElseThrow(() -> new MeasurementFailed(
                                        "MeasurementFailed",
                                        "there is no trained model whose latency could be measured")),
                        settings);
        };
    }
}
