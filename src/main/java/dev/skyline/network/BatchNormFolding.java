package dev.skyline.network;

import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.Identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges batch normalisations into the convolution or dense layer before them: at inference both are linear, and one
 * layer does the work of two (Jacob et al. 2018, section 3.2). Reckoned with 64 bits, so that the merged values are off
 * by one rounding.
 */
public final class BatchNormFolding {

    private final TrainedNetwork trained;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Node> normalisedBy = new HashMap<>();

    private BatchNormFolding(TrainedNetwork trained) {
        this.trained = trained;
    }

    /**
     * The same function at inference. Each normalisation whose only source is a convolution or dense layer that nobody
     * else reads becomes an identity; others stay. O(weights).
     *
     * @throws IllegalArgumentException where weights are missing
     */
    public static TrainedNetwork fold(TrainedNetwork trained) {
        return new BatchNormFolding(trained).folded();
    }

    private TrainedNetwork folded() {
        Network network = trained.network();
        Map<String, Integer> readers = new HashMap<>();
        for (Node node : network.nodes()) {
            nodes.put(node.name(), node);
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
        }
        for (Node node : network.nodes()) {
            Node source = nodes.get(node.inputs().get(0));
            if (node.layer() instanceof BatchNorm
                    && source != null
                    && isLinear(source.layer())
                    && readers.get(source.name()) == 1) {
                normalisedBy.put(source.name(), node);
            }
        }
        List<Node> result = new ArrayList<>();
        Weights weights = new Weights();
        for (Node node : network.nodes()) {
            result.add(folded(node, weights));
        }
        return new TrainedNetwork(new Network(network.input(), result), weights);
    }

    private static boolean isLinear(Layer layer) {
        return layer instanceof Convolution || layer instanceof DepthwiseConvolution || layer instanceof Dense;
    }

    private Node folded(Node node, Weights to) {
        if (normalisedBy.containsKey(node.name())) {
            merge(node, normalisedBy.get(node.name()).name(), to);
            return new Node(node.name(), withBias(node.layer()), node.inputs());
        }
        if (normalisedBy.containsKey(node.inputs().get(0))) {
            return new Node(node.name(), new Identity(), node.inputs());
        }
        trained.weights().copy(node.name(), to);
        return node;
    }

    private static Layer withBias(Layer layer) {
        if (layer instanceof Convolution c) {
            return new Convolution(c.filters(), c.kernel(), c.stride(), c.dilation(), c.groups(), true);
        }
        if (layer instanceof DepthwiseConvolution d) {
            return new DepthwiseConvolution(d.kernel(), d.stride(), d.dilation(), true);
        }
        return layer;
    }

    private void merge(Node linear, String norm, Weights to) {
        Weights from = trained.weights();
        float[] scale = from.get(norm, Weights.SCALE);
        float[] shift = from.get(norm, Weights.SHIFT);
        float[] mean = from.get(norm, Weights.MEAN);
        float[] variance = from.get(norm, Weights.VARIANCE);
        float[] kernel = from.get(linear.name(), Weights.KERNEL);
        int outputs = scale.length;
        float[] bias =
                from.has(linear.name(), Weights.BIAS) ? from.get(linear.name(), Weights.BIAS) : new float[outputs];
        double[] factor = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            factor[i] = scale[i] / Math.sqrt(variance[i] + BatchNorm.EPSILON);
            bias[i] = (float) ((bias[i] - (double) mean[i]) * factor[i] + shift[i]);
        }
        int perOutput = kernel.length / outputs;
        boolean outputsLast = linear.layer() instanceof Dense;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (kernel[i] * factor[outputsLast ? i % outputs : i / perOutput]);
        }
        to.put(linear.name(), Weights.KERNEL, kernel).put(linear.name(), Weights.BIAS, bias);
    }
}
