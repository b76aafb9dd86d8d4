package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.export.UntrainedModel;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;
import dev.skyline.network.Network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Measures networks that nobody has trained: how long one takes does not depend on its weights. */
public final class MeasureNetwork {

    private final UntrainedModel models;
    private final Path directory;

    /** @param directory for the model files; each is deleted at once */
    public MeasureNetwork(UntrainedModel models, Path directory) {
        this.models = models;
        this.directory = directory;
    }

    /**
     * What the target measures of the network as it would be deployed, without what does not reach its output; begins once
     * the trainings that run there have come to a halt.
     *
     * @throws dev.skyline.hardware.MeasurementFailed where it cannot be measured
     * @throws InterruptedException where the caller was interrupted
     */
    public Measurements on(HardwareTarget target, Architecture architecture, Network network)
            throws InterruptedException {
        try {
            Path model = Files.createTempFile(Files.createDirectories(directory), "untrained", ".onnx");
            try {
                Network live = network.withoutDeadNodes();
                Files.write(model, models.onnx(live, architecture.text()));
                return target.measure(new Candidate(architecture, live, 0, Optional.of(model)));
            } finally {
                Files.deleteIfExists(model);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a model file to be measured cannot be written", e);
        }
    }
}
