package dev.skyline.hardware.predictor;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Concatenate;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Layer.Flatten;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Resize;
import dev.skyline.network.Layer.Scale;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Truncate;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Node;

import java.util.Locale;

/** Which kernel of a runtime computes a node, as far as it does not depend on shapes: {@code conv3x3/2}, {@code add3}. */
final class OperatorKind implements Layer.Visitor<String> {

    /** Of what costs nothing at inference. */
    static final String NOTHING = "";

    private final int inputs;

    private OperatorKind(int inputs) {
        this.inputs = inputs;
    }

    static String of(Node node) {
        return node.layer().accept(new OperatorKind(node.inputs().size()));
    }

    @Override
    public String convolution(Convolution layer) {
        return window("conv", layer.kernel(), layer.stride(), layer.dilation())
                + (layer.groups() > 1 ? "g" + layer.groups() : "");
    }

    @Override
    public String depthwiseConvolution(DepthwiseConvolution layer) {
        return window("depthwise", layer.kernel(), layer.stride(), layer.dilation());
    }

    @Override
    public String batchNorm(BatchNorm layer) {
        return "norm";
    }

    @Override
    public String activation(Activation layer) {
        return layer.function().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String pooling(Pooling layer) {
        return window(layer.kind().name().toLowerCase(Locale.ROOT), layer.kernel(), layer.stride(), 1);
    }

    @Override
    public String globalPooling(GlobalPooling layer) {
        return "global-" + layer.kind().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String flatten(Flatten layer) {
        return NOTHING;
    }

    @Override
    public String dense(Dense layer) {
        return "dense";
    }

    @Override
    public String dropout(Dropout layer) {
        return NOTHING;
    }

    @Override
    public String add(Add layer) {
        return "add" + inputs;
    }

    @Override
    public String concatenate(Concatenate layer) {
        return "concat" + inputs;
    }

    @Override
    public String scale(Scale layer) {
        return "scale";
    }

    @Override
    public String resize(Resize layer) {
        return "resize";
    }

    @Override
    public String truncate(Truncate layer) {
        return "truncate";
    }

    @Override
    public String zero(Zero layer) {
        return "zero";
    }

    @Override
    public String identity(Identity layer) {
        return NOTHING;
    }

    @Override
    public String softmax(Softmax layer) {
        return "softmax";
    }

    private static String window(String kind, int kernel, int stride, int dilation) {
        return kind + kernel + "x" + kernel + (stride > 1 ? "/" + stride : "") + (dilation > 1 ? "d" + dilation : "");
    }
}
