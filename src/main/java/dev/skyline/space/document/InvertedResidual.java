package dev.skyline.space.document;

import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.DepthwiseConvolution;

/** The block of MobileNetV2 (Sandler et al. 2018), with the squeeze-and-excitation of MnasNet and MobileNetV3. */
final class InvertedResidual {

    private InvertedResidual() {}

    static Tensor build(Graph graph, String name, Tensor in, Arguments a) {
        in.image("inverted-residual");
        int filters = a.channels("filters", in);
        double expansion = a.number("expansion");
        Tensor last = expansion == 1 ? in : expanded(graph, name + ".expand", in, expansion, a);
        String filter = name + ".filter";
        last = graph.add(
                filter + ".depthwise", new DepthwiseConvolution(a.whole("kernel"), a.whole("stride"), false), last);
        last = graph.activation(filter, a.function("activation"), graph.norm(filter, last));
        double squeeze = a.number("squeeze");
        if (squeeze > 0) {
            boolean ofInput = a.values().get("squeezeOf").equals("input");
            int squeezed = Blocks.rounded(squeeze * (ofInput ? in : last).channels());
            last = Blocks.excited(graph, name, last, squeezed, a.function("gate"));
        }
        String project = name + ".project";
        last = graph.norm(project, graph.add(project + ".conv", new Convolution(filters, 1, 1, false), last));
        return last.shape().equals(in.shape()) ? graph.add(name + ".sum", new Add(), last, in) : last;
    }

    private static Tensor expanded(Graph graph, String name, Tensor in, double expansion, Arguments a) {
        int channels = Blocks.rounded(in.channels() * expansion);
        Tensor wide = graph.add(name + ".conv", new Convolution(channels, 1, 1, false), in);
        return graph.activation(name, a.function("activation"), graph.norm(name, wide));
    }
}
