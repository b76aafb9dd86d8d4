package dev.skyline.space.document;

import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Scale;

import java.util.Optional;

/** Layers that are several nodes. */
final class Blocks {

    /** Channels that are calculated are rounded to a multiple of this, as MobileNets do. */
    private static final int MULTIPLE = 8;

    private Blocks() {}

    static Tensor convolution(Graph graph, String name, Tensor in, Arguments a) {
        in.image("convolution");
        Convolution layer = new Convolution(
                a.channels("filters", in),
                a.whole("kernel"),
                a.whole("stride"),
                a.whole("dilation"),
                a.whole("groups"),
                !a.flag("norm"));
        return finished(graph, name, graph.add(name + ".conv", layer, in), a);
    }

    static Tensor depthwise(Graph graph, String name, Tensor in, Arguments a) {
        return finished(graph, name, graph.add(name + ".depthwise", windows(a, !a.flag("norm")), in), a);
    }

    static Tensor separable(Graph graph, String name, Tensor in, Arguments a) {
        Tensor windows = graph.add(name + ".depthwise", windows(a, false), in);
        Convolution pointwise = new Convolution(a.channels("filters", in), 1, 1, !a.flag("norm"));
        return finished(graph, name, graph.add(name + ".pointwise", pointwise, windows), a);
    }

    private static DepthwiseConvolution windows(Arguments a, boolean bias) {
        return new DepthwiseConvolution(a.whole("kernel"), a.whole("stride"), a.whole("dilation"), bias);
    }

    private static Tensor finished(Graph graph, String name, Tensor source, Arguments a) {
        Tensor normal = a.flag("norm") ? graph.norm(name, source) : source;
        return graph.activation(name, a.function("activation"), normal);
    }

    static Tensor squeeze(Graph graph, String name, Tensor in, Arguments a) {
        return a.number("squeeze") == 0
                ? in
                : excited(graph, name, in, rounded(in.channels() * a.number("squeeze")), a.function("gate"));
    }

    /** Squeeze-and-excitation (Hu et al. 2018). */
    static Tensor excited(Graph graph, String name, Tensor in, int squeezed, Optional<Function> gate) {
        String block = name + ".se";
        Tensor vector = graph.add(block + ".pool", new GlobalPooling(), in);
        Tensor few = graph.add(block + ".squeeze", new Dense(squeezed), vector);
        Tensor bent = graph.add(block + ".relu", new Activation(Function.RELU), few);
        Tensor many = graph.add(block + ".excite", new Dense(in.channels()), bent);
        return graph.add(block + ".scale", new Scale(), in, graph.activation(block, gate, many));
    }

    /** The nearest multiple of 8, but not less than nine tenths of the number, and 8 at least. */
    static int rounded(double channels) {
        int nearest = Math.max(MULTIPLE, (int) (channels + MULTIPLE / 2) / MULTIPLE * MULTIPLE);
        return nearest < 0.9 * channels ? nearest + MULTIPLE : nearest;
    }
}
