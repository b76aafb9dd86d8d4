package dev.skyline.hardware;

import dev.skyline.metric.Measurements;

import java.nio.file.Path;
import java.util.Optional;

/** A hardware target that may be able to measure a model file of whatever make. */
public interface ModelTarget {

    /**
     * Latency and what else the target knows, each for this target's name; empty where it cannot measure model files.
     *
     * @param model an ONNX file
     * @throws InterruptedException where the caller was interrupted
     * @throws MeasurementFailed where this one cannot be measured
     */
    Optional<Measurements> measure(Path model) throws InterruptedException;
}
