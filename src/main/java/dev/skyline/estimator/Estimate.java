package dev.skyline.estimator;

import dev.skyline.metric.Measurements;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an estimator found.
 *
 * @param stoppedEarly whether it ended because {@link Progress} asked for it
 * @param model the trained model of the best epoch as an ONNX file, where something was trained
 */
public record Estimate(Measurements measurements, List<EpochReport> curve, boolean stoppedEarly, Optional<Path> model) {

    public Estimate {
        curve = List.copyOf(curve);
    }
}
