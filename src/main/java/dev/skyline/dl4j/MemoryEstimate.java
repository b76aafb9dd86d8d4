package dev.skyline.dl4j;

import dev.skyline.network.Costs;
import dev.skyline.network.Network;
import dev.skyline.network.Node;

/** How much native memory a training takes: from the shapes alone, before anything is allocated. */
final class MemoryEstimate {

    private static final int BYTES = 4;

    /** The weights, their gradients, two moments of the optimizer and the weights of the best epoch. */
    private static final int COPIES_OF_WEIGHTS = 5;

    /** Gradients alive at once and what oneDNN lays out anew, in units of the largest activation. */
    private static final int LARGEST_ACTIVATIONS = 10;

    private MemoryEstimate() {}

    /** Bytes; an upper bound but for what the libraries themselves take. O(nodes). */
    static long of(Network network, int batchSize) {
        long activations = network.input().elements();
        long largest = activations;
        for (Node node : network.nodes()) {
            long elements = network.shape(node.name()).elements();
            activations += elements;
            largest = Math.max(largest, elements);
        }
        long stored = Costs.of(network).modelSize();
        return COPIES_OF_WEIGHTS * stored + BYTES * batchSize * (activations + LARGEST_ACTIVATIONS * largest);
    }
}
