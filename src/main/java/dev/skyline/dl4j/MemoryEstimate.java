package dev.skyline.dl4j;

import dev.skyline.network.Costs;
import dev.skyline.network.Network;
import dev.skyline.network.Node;

/** How much native memory a training takes: from the shapes alone, before anything is allocated. */
final class MemoryEstimate {

    private static final int BYTES = 4;

    /** The weights, their gradients, two moments of the optimizer and the weights of the best epoch. */
    private static final int COPIES_OF_WEIGHTS = 5;

    /**
     * DL4J's workspaces find out their sizes in the first batches, in which nothing is used again: activations and
     * gradients lie in memory beside the workspaces that will hold them. Measured are 4.3 to 5.3 times the activations.
     */
    private static final int COPIES_OF_ACTIVATIONS = 6;

    private MemoryEstimate() {}

    /** Bytes, beside the 200 MB or so that a process with the libraries has anyway. O(nodes). */
    static long of(Network network, int batchSize) {
        long activations = network.input().elements();
        for (Node node : network.nodes()) {
            activations += network.shape(node.name()).elements();
        }
        long weights = Costs.of(network).modelSize();
        return COPIES_OF_WEIGHTS * weights + COPIES_OF_ACTIVATIONS * BYTES * batchSize * activations;
    }
}
