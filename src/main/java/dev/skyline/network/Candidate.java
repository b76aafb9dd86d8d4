package dev.skyline.network;

import dev.skyline.architecture.Architecture;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is estimated and measured.
 *
 * @param seed of everything random in its training: weights, order of the batches, augmentation
 * @param model the trained model as an ONNX file, once there is one
 */
public record Candidate(Architecture architecture, Network network, long seed, Optional<Path> model) {

    /** One that nobody trains, as it would be deployed: without what does not reach its output. */
    public static Candidate untrained(Architecture architecture, Network network) {
        return new Candidate(architecture, network.withoutDeadNodes(), 0, Optional.empty());
    }

    public Candidate withModel(Path file) {
        return new Candidate(architecture, network, seed, Optional.of(file));
    }
}
