package dev.skyline.trainer;

import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;
import dev.skyline.network.NetworkDocument;
import dev.skyline.trainer.protocol.Command;

/** This machine: the model runs under ONNX Runtime or DL4J in a child process, while no training of the node runs. */
public final class HostTarget implements HardwareTarget {

    private final String name;
    private final HostSettings settings;
    private final TrainerPool pool;

    /** @param name under which the measurements are filed */
    public HostTarget(String name, HostSettings settings, TrainerPool pool) {
        this.name = name;
        this.settings = settings;
        this.pool = pool;
    }

    @Override
    public Measurements measure(Candidate candidate) throws InterruptedException {
        try {
            return pool.measure(job(candidate)).measurements(name);
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
