package dev.skyline.network;

import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sizes of what layers hold after training, in the layouts of {@link Weights}. */
public final class WeightShapes {

    private static final List<String> NORMALISATION =
            List.of(Weights.SCALE, Weights.SHIFT, Weights.MEAN, Weights.VARIANCE);

    private WeightShapes() {}

    /** By role, in the order in which a layer takes them; empty for a layer without weights. */
    public static Map<String, List<Integer>> of(Network network, Node node) {
        int channels = network.inputShapes(node).get(0).channels();
        Layer layer = node.layer();
        if (layer instanceof Convolution c) {
            return of(List.of(c.filters(), channels / c.groups(), c.kernel(), c.kernel()), c.bias(), c.filters());
        }
        if (layer instanceof DepthwiseConvolution d) {
            return of(List.of(channels, d.kernel(), d.kernel()), d.bias(), channels);
        }
        if (layer instanceof Dense d) {
            return of(List.of(channels, d.units()), true, d.units());
        }
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        if (layer instanceof BatchNorm) {
            NORMALISATION.forEach(role -> shapes.put(role, List.of(channels)));
        }
        return shapes;
    }

    private static Map<String, List<Integer>> of(List<Integer> kernel, boolean bias, int outputs) {
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        shapes.put(Weights.KERNEL, kernel);
        if (bias) {
            shapes.put(Weights.BIAS, List.of(outputs));
        }
        return shapes;
    }
}
