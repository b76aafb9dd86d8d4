package dev.skyline.dl4j.stock;

import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Node;
import dev.skyline.network.TrainedNetwork;
import dev.skyline.network.WeightShapes;
import dev.skyline.network.Weights;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Sets what was learnt to a graph of DL4J's own layers. */
final class StockWeights {

    private static final Map<String, String> PARAMETERS = Map.of(
            Weights.KERNEL, DefaultParamInitializer.WEIGHT_KEY,
            Weights.BIAS, DefaultParamInitializer.BIAS_KEY,
            Weights.SCALE, BatchNormalizationParamInitializer.GAMMA,
            Weights.SHIFT, BatchNormalizationParamInitializer.BETA,
            Weights.MEAN, BatchNormalizationParamInitializer.GLOBAL_MEAN,
            Weights.VARIANCE, BatchNormalizationParamInitializer.GLOBAL_VAR);

    private StockWeights() {}

    static void set(TrainedNetwork trained, ComputationGraph graph) {
        for (Node node : trained.network().nodes()) {
            WeightShapes.of(trained.network(), node)
                    .forEach((role, sizes) -> set(node, role, trained.weights().get(node.name(), role), sizes, graph));
        }
    }

    private static void set(Node node, String role, float[] values, List<Integer> sizes, ComputationGraph graph) {
        int groups = node.layer() instanceof Convolution convolution ? convolution.groups() : 1;
        if (groups == 1) {
            set(graph, node.name(), role, shaped(node, role, values, sizes));
            return;
        }
        int share = values.length / groups;
        for (int g = 0; g < groups; g++) {
            INDArray part = Nd4j.createFromArray(Arrays.copyOfRange(values, g * share, (g + 1) * share));
            set(graph, StockConvolution.group(node.name(), g), role, part);
        }
    }

    private static INDArray shaped(Node node, String role, float[] values, List<Integer> sizes) {
        return node.layer() instanceof DepthwiseConvolution layer && role.equals(Weights.KERNEL)
                ? Nd4j.createFromArray(depthwise(layer, values, sizes.get(0)))
                : Nd4j.createFromArray(values);
    }

    /** DL4J's depthwise kernels are [k][k][channels][1]; of dilation they have the gaps. */
    private static float[] depthwise(DepthwiseConvolution layer, float[] kernel, int channels) {
        int k = layer.kernel();
        int extent = StockConvolution.extent(k, layer.dilation());
        float[] result = new float[extent * extent * channels];
        for (int i = 0; i < kernel.length; i++) {
            int channel = i / (k * k);
            int row = i / k % k * layer.dilation();
            int column = i % k * layer.dilation();
            result[(row * extent + column) * channels + channel] = kernel[i];
        }
        return result;
    }

    private static void set(ComputationGraph graph, String layer, String role, INDArray values) {
        INDArray parameter = graph.getLayer(layer).getParam(PARAMETERS.get(role));
        parameter.assign(values.reshape('c', parameter.shape()));
    }
}
