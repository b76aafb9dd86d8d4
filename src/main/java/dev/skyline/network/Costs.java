package dev.skyline.network;

/**
 * What a network costs, known without training it.
 *
 * @param parameters trainable values of all nodes, those without effect included (as the benchmarks of the field count)
 * @param macs multiply–accumulates for one sample, of all nodes, as {@link LayerCosts} counts them
 * @param modelSize bytes of the weights and running statistics that are deployed, at 32 bits
 * @param modelSizeInt8 bytes of the same with the kernels of convolutions and dense layers at 8 bits and a 32-bit scale
 *     for each of their filters; biases and batch normalisation stay at 32 bits
 * @param peakMemory bytes of the weights at 32 bits and of the activations alive at once, for one sample at 32 bits, the
 *     nodes executed in their order and each activation freed after its last use
 */
public record Costs(long parameters, long macs, long modelSize, long modelSizeInt8, long peakMemory) {

    /**
     * O(edges).
     *
     * @throws ShapeMismatch where a count exceeds 63 bits
     */
    public static Costs of(Network network) {
        try {
            return count(network);
        } catch (ArithmeticException e) {
            throw new ShapeMismatch("the network is too large: its costs exceed 63 bits");
        }
    }

    private static Costs count(Network network) {
        boolean[] alive = network.alive();
        long parameters = 0;
        long macs = 0;
        long size = 0;
        long quantizedSize = 0;
        for (int i = 0; i < alive.length; i++) {
            LayerCosts costs = LayerCosts.of(network.nodes().get(i).layer(), network.inputShapes(i));
            parameters = Math.addExact(parameters, costs.parameters());
            macs = Math.addExact(macs, costs.macs());
            if (alive[i]) {
                size = Math.addExact(size, costs.size());
                quantizedSize = Math.addExact(quantizedSize, costs.quantizedSize());
            }
        }
        return new Costs(
                parameters,
                macs,
                size,
                quantizedSize,
                Math.addExact(size, Float.BYTES * peakActivations(network, alive)));
    }

    private static long peakActivations(Network network, boolean[] alive) {
        int[] lastUse = lastUses(network, alive);
        long held = network.input().elements();
        long peak = held;
        for (int i = 0; i < alive.length; i++) {
            if (alive[i]) {
                held += network.value(i + 1).elements();
                peak = Math.max(peak, held);
                for (int source : network.sources(i)) {
                    if (lastUse[source] == i) {
                        held -= network.value(source).elements();
                        lastUse[source] = alive.length;
                    }
                }
            }
        }
        return peak;
    }

    /** For each value, the last living node that takes it. */
    private static int[] lastUses(Network network, boolean[] alive) {
        int[] lastUse = new int[alive.length + 1];
        for (int i = 0; i < alive.length; i++) {
            for (int source : alive[i] ? network.sources(i) : new int[0]) {
                lastUse[source] = i;
            }
        }
        return lastUse;
    }
}
