package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * Where a layer goes.
 *
 * @param name of the layer
 * @param inputs names of the layers it reads, or of the graph's input
 * @param seed of what is random in it
 */
public record Place(GraphBuilder graph, String name, String[] inputs, long seed) {

    /** Whether it reads the samples themselves. */
    boolean isFirst() {
        return graph.getNetworkInputs().contains(inputs[0]);
    }

    public void put(Layer layer) {
        graph.addLayer(name, layer, inputs);
    }

    public void put(GraphVertex vertex) {
        graph.addVertex(name, vertex, inputs);
    }
}
