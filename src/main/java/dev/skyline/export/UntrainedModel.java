package dev.skyline.export;

import dev.skyline.network.Network;

/** Writes a network as a model file that nobody has trained, for trainers that read graphs better than texts. */
@FunctionalInterface
public interface UntrainedModel {

    /**
     * An ONNX file with random weights, equal for equal networks.
     *
     * @param architecture canonical text, named in the file
     * @throws ExportFailed where the network is too large for this process
     */
    byte[] onnx(Network network, String architecture);
}
