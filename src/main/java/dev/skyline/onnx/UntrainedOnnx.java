package dev.skyline.onnx;

import dev.skyline.export.ExportFailed;
import dev.skyline.network.Costs;
import dev.skyline.network.Network;
import dev.skyline.network.RandomWeights;
import dev.skyline.network.TrainedNetwork;

import java.util.Map;

/** Models that nobody has trained. */
public final class UntrainedOnnx {

    /** The weights exist as numbers, as a message and as bytes while they are written. */
    private static final int SHARE_OF_MEMORY = 4;

    private static final int MEGABYTE = 1 << 20;

    private UntrainedOnnx() {}

    /**
     * An ONNX file with random weights, equal for equal networks.
     *
     * @param architecture canonical text, named in the file
     * @throws ExportFailed {@code ModelTooLarge} where it has more than a quarter of this process's memory
     */
    public static byte[] write(Network network, String architecture) {
        long bytes = Costs.of(network).modelSize();
        if (bytes > Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY) {
            throw new ExportFailed(
                    "ModelTooLarge",
                    "the network has " + bytes / MEGABYTE
                            + " MB of weights, more than this service has memory to write");
        }
        return OnnxWriter.write(
                new TrainedNetwork(network, RandomWeights.of(network, architecture.hashCode())),
                Map.of("architecture", architecture));
    }
}
