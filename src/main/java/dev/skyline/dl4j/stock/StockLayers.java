package dev.skyline.dl4j.stock;

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
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape.Image;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import java.math.BigInteger;
import java.util.Locale;

/**
 * One node as layers of DL4J's own, and those as Java. Where DL4J has no such layer, several make it up, the last of
 * them under the node's name, the others under names that begin with it.
 */
final class StockLayers implements Layer.Visitor<Void> {

    private static final String ACTIVATION = "new ActivationLayer(%s)";
    private static final double SIXTH = 1 / 6.0;

    private final StockGraph graph;
    private final Network network;
    private final Node node;
    private final String name;
    private final String[] inputs;

    StockLayers(StockGraph graph, Network network, Node node, String[] inputs) {
        this.graph = graph;
        this.network = network;
        this.node = node;
        this.name = node.name();
        this.inputs = inputs;
    }

    private int channels() {
        return network.inputShapes(node).get(0).channels();
    }

    private Image image() {
        return (Image) network.inputShapes(node).get(0);
    }

    private static String code(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Override
    public Void convolution(Convolution layer) {
        new StockConvolution(graph, name, inputs[0], image()).add(layer);
        return null;
    }

    @Override
    public Void depthwiseConvolution(DepthwiseConvolution layer) {
        new StockConvolution(graph, name, inputs[0], image()).add(layer);
        return null;
    }

    @Override
    public Void batchNorm(BatchNorm layer) {
        graph.add(
                name,
                new BatchNormalization.Builder()
                        .nIn(channels())
                        .nOut(channels())
                        .eps(BatchNorm.EPSILON)
                        .useLogStd(false)
                        .build(),
                code(
                        "new BatchNormalization.Builder().nIn(%1$d).nOut(%1$d).eps(1e-5).useLogStd(false).build()",
                        channels()),
                inputs);
        return null;
    }

    @Override
    public Void activation(Activation layer) {
        switch (layer.function()) {
            case RELU -> activation(org.nd4j.linalg.activations.Activation.RELU, name, inputs[0]);
            case RELU6 -> activation(org.nd4j.linalg.activations.Activation.RELU6, name, inputs[0]);
            case TANH -> activation(org.nd4j.linalg.activations.Activation.TANH, name, inputs[0]);
            case SIGMOID -> activation(org.nd4j.linalg.activations.Activation.SIGMOID, name, inputs[0]);
            case SWISH -> activation(org.nd4j.linalg.activations.Activation.SWISH, name, inputs[0]);
            case LEAKY_RELU ->
                graph.add(
                        name,
                        new ActivationLayer(new ActivationLReLU(0.01)),
                        code(ACTIVATION, "new ActivationLReLU(0.01)"),
                        readable(name, inputs[0]));
            case HARD_SIGMOID -> hardSigmoid(name);
            case HARD_SWISH -> {
                hardSigmoid(name + "/gate");
                product(inputs[0], name + "/gate");
            }
        }
        return null;
    }

    private void activation(org.nd4j.linalg.activations.Activation function, String as, String input) {
        graph.add(as, new ActivationLayer(function), code(ACTIVATION, "Activation." + function), readable(as, input));
    }

    /** DL4J's activation works in the array that it reads; the samples themselves are not to be overwritten. */
    private String readable(String as, String input) {
        if (!input.equals(Network.INPUT)) {
            return input;
        }
        graph.add(as + "/copy", new ScaleVertex(1), "new ScaleVertex(1)", input);
        return as + "/copy";
    }

    /** DL4J's own has the slope 1/5; this one is relu6(x + 3) / 6. */
    private void hardSigmoid(String as) {
        graph.add(as + "/shifted", new ShiftVertex(3), "new ShiftVertex(3)", inputs[0]);
        activation(org.nd4j.linalg.activations.Activation.RELU6, as + "/clipped", as + "/shifted");
        graph.add(as, new ScaleVertex(SIXTH), "new ScaleVertex(1 / 6.0)", as + "/clipped");
    }

    private void product(String... factors) {
        graph.add(
                name,
                new ElementWiseVertex(ElementWiseVertex.Op.Product),
                "new ElementWiseVertex(ElementWiseVertex.Op.Product)",
                factors);
    }

    @Override
    public Void pooling(Pooling layer) {
        PoolingType type = type(layer.kind());
        graph.add(
                name,
                new SubsamplingLayer.Builder(type)
                        .kernelSize(layer.kernel(), layer.kernel())
                        .stride(layer.stride(), layer.stride())
                        .build(),
                code(
                        "new SubsamplingLayer.Builder(PoolingType.%1$s).kernelSize(%2$d, %2$d).stride(%3$d, %3$d).build()",
                        type, layer.kernel(), layer.stride()),
                inputs);
        return null;
    }

    private static PoolingType type(Pooling.Kind kind) {
        return switch (kind) {
            case MAX -> PoolingType.MAX;
            case AVERAGE -> PoolingType.AVG;
        };
    }

    @Override
    public Void globalPooling(GlobalPooling layer) {
        PoolingType type = type(layer.kind());
        graph.add(name, new GlobalPoolingLayer(type), code("new GlobalPoolingLayer(PoolingType.%s)", type), inputs);
        return null;
    }

    @Override
    public Void flatten(Flatten layer) {
        Image in = image();
        graph.add(
                name,
                new PreprocessorVertex(new CnnToFeedForwardPreProcessor(in.height(), in.width(), in.channels())),
                code(
                        "new PreprocessorVertex(new CnnToFeedForwardPreProcessor(%d, %d, %d))",
                        in.height(), in.width(), in.channels()),
                inputs);
        return null;
    }

    @Override
    public Void dense(Dense layer) {
        graph.add(
                name,
                new DenseLayer.Builder().nIn(channels()).nOut(layer.units()).build(),
                code("new DenseLayer.Builder().nIn(%d).nOut(%d).build()", channels(), layer.units()),
                inputs);
        return null;
    }

    @Override
    public Void dropout(Dropout layer) {
        if (layer.rate() == 0) {
            return identity(new Identity());
        }
        double kept = 1 - layer.rate();
        graph.add(name, new DropoutLayer(kept), code("new DropoutLayer(%s)", kept), inputs);
        return null;
    }

    @Override
    public Void add(Add layer) {
        graph.add(
                name,
                new ElementWiseVertex(ElementWiseVertex.Op.Add),
                "new ElementWiseVertex(ElementWiseVertex.Op.Add)",
                inputs);
        return null;
    }

    @Override
    public Void concatenate(Concatenate layer) {
        graph.add(name, new MergeVertex(), "new MergeVertex()", inputs);
        return null;
    }

    @Override
    public Void scale(Scale layer) {
        String factors = name + "/factors";
        graph.add(
                factors,
                new PreprocessorVertex(new FeedForwardToCnnPreProcessor(1, 1, channels())),
                code("new PreprocessorVertex(new FeedForwardToCnnPreProcessor(1, 1, %d))", channels()),
                inputs[1]);
        product(inputs[0], factors);
        return null;
    }

    /** Larger by whole factors first, then every so-manieth pixel of that: together any ratio. */
    @Override
    public Void resize(Resize layer) {
        Image in = image();
        int rows = commonDivisor(in.height(), layer.height());
        int columns = commonDivisor(in.width(), layer.width());
        int[] larger = {layer.height() / rows, layer.width() / columns};
        graph.add(
                name + "/larger",
                new Upsampling2D.Builder().size(larger).build(),
                code("new Upsampling2D.Builder().size(new int[] {%d, %d}).build()", larger[0], larger[1]),
                inputs);
        graph.add(
                name,
                new SubsamplingLayer.Builder(PoolingType.MAX)
                        .kernelSize(1, 1)
                        .stride(in.height() / rows, in.width() / columns)
                        .convolutionMode(org.deeplearning4j.nn.conf.ConvolutionMode.Truncate)
                        .build(),
                code(
                        "new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(1, 1).stride(%d, %d)"
                                + ".convolutionMode(ConvolutionMode.Truncate).build()",
                        in.height() / rows, in.width() / columns),
                name + "/larger");
        return null;
    }

    private static int commonDivisor(int a, int b) {
        return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).intValue();
    }

    @Override
    public Void truncate(Truncate layer) {
        int last = layer.channels() - 1;
        graph.add(name, new SubsetVertex(0, last), code("new SubsetVertex(0, %d)", last), inputs);
        return null;
    }

    @Override
    public Void zero(Zero layer) {
        graph.add(name, new ScaleVertex(0), "new ScaleVertex(0)", inputs);
        return null;
    }

    @Override
    public Void identity(Identity layer) {
        graph.alias(name, inputs[0]);
        return null;
    }

    @Override
    public Void softmax(Softmax layer) {
        if (node != network.output()) {
            throw new IllegalArgumentException("softmax is the last layer of a network, not one within");
        }
        graph.add(
                name,
                new LossLayer.Builder(LossFunction.MCXENT)
                        .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                        .build(),
                "new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build()",
                inputs);
        return null;
    }
}
