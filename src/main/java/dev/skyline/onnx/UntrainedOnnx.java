package dev.skyline.onnx;

import dev.skyline.network.Network;
import dev.skyline.network.RandomWeights;
import dev.skyline.network.TrainedNetwork;

import java.util.Map;

/** Models that nobody has trained. */
public final class UntrainedOnnx {

    private UntrainedOnnx() {}

    /**
     * An ONNX file with random weights, equal for equal networks.
     *
     * @param architecture canonical text, named in the file
     */
    public static byte[] write(Network network, String architecture) {
        return OnnxWriter.write(
                new TrainedNetwork(network, RandomWeights.of(network, architecture.hashCode())),
                Map.of("architecture", architecture));
    }
}
