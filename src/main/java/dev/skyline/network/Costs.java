package dev.skyline.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network costs, known without training it.
 *
 * @param parameters trainable values of all nodes, those without effect included (as the benchmarks of the field count)
 * @param macs multiply–accumulates for one sample, of all nodes
 * @param modelSize bytes of the weights and running statistics that are deployed, at 32 bits
 * @param peakMemory bytes of those weights and of the activations alive at once, for one sample at 32 bits, the nodes
 *     executed in their order and each activation freed after its last use
 */
public record Costs(long parameters, long macs, long modelSize, long peakMemory) {

    private static final int BYTES = 4;

    /** O(edges). */
    public static Costs of(Network network) {
        long parameters = 0;
        long macs = 0;
        for (Node node : network.nodes()) {
            List<Shape> inputs = network.inputShapes(node);
            parameters += node.layer().parameters(inputs);
            macs += node.layer().macs(inputs);
        }
        Network deployed = network.withoutDeadNodes();
        long stored = 0;
        for (Node node : deployed.nodes()) {
            List<Shape> inputs = deployed.inputShapes(node);
            stored += node.layer().parameters(inputs) + node.layer().buffers(inputs);
        }
        return new Costs(parameters, macs, stored * BYTES, (stored + peakActivations(deployed)) * BYTES);
    }

    private static long peakActivations(Network network) {
        Map<String, Integer> uses = new HashMap<>();
        network.nodes().forEach(node -> node.inputs().forEach(name -> uses.merge(name, 1, Integer::sum)));
        long alive = network.input().elements();
        long peak = alive;
        for (Node node : network.nodes()) {
            alive += network.shape(node.name()).elements();
            peak = Math.max(peak, alive);
            for (String name : node.inputs()) {
                if (uses.merge(name, -1, Integer::sum) == 0) {
                    alive -= network.shape(name).elements();
                }
            }
        }
        return peak;
    }
}
