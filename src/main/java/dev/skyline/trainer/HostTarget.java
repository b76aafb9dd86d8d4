package dev.skyline.trainer;

import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;
import dev.skyline.trainer.protocol.Command;

import java.nio.file.Path;

/** This machine: the trained model runs under ONNX Runtime in a child process, while no training of the node runs. */
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
        Path model = candidate
                .model()
                .orElseThrow(() -> new MeasurementFailed(
                        "MeasurementFailed", "there is no trained model whose latency could be measured"));
        try {
            return pool.measure(new Command.Measure(model, settings)).measurements(name);
        } catch (JobFailed e) {
            throw new MeasurementFailed(e.code(), e.getMessage());
        }
    }
}
