package dev.skyline.dl4j;

import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.LayerCosts;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Weights;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Map;

/** What a graph has learnt, in the layouts of {@link Weights}. */
final class WeightsOfGraph {

    private static final Map<String, String> ROLES = Map.of(
            DefaultParamInitializer.WEIGHT_KEY, Weights.KERNEL,
            DefaultParamInitializer.BIAS_KEY, Weights.BIAS,
            BatchNormalizationParamInitializer.GAMMA, Weights.SCALE,
            BatchNormalizationParamInitializer.BETA, Weights.SHIFT,
            BatchNormalizationParamInitializer.GLOBAL_MEAN, Weights.MEAN,
            BatchNormalizationParamInitializer.GLOBAL_VAR, Weights.VARIANCE);

    private WeightsOfGraph() {}

    static Weights read(Network network, ComputationGraph graph) {
        Weights weights = new Weights();
        for (Node node : network.nodes()) {
            if (LayerCosts.of(node.layer(), network.inputShapes(node)).parameters() > 0) {
                graph.getLayer(node.name()).paramTable().forEach((parameter, values) -> {
                    boolean channelsLast = node.layer() instanceof DepthwiseConvolution depthwise
                            && !NetworkGraph.isByGroups(depthwise)
                            && values.rank() == 4;
                    INDArray ordered = channelsLast ? channelsFirst(values) : values;
                    weights.put(
                            node.name(),
                            ROLES.get(parameter),
                            ordered.dup('c').data().asFloat());
                });
            }
        }
        return weights;
    }

    /** DL4J's depthwise kernels are [k][k][channels][1]. */
    private static INDArray channelsFirst(INDArray kernel) {
        return kernel.permute(2, 3, 0, 1);
    }
}
