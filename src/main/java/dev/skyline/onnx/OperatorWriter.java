package dev.skyline.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
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
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Features;
import dev.skyline.network.Shape.Image;
import dev.skyline.network.Weights;

import java.util.ArrayList;
import java.util.List;

/** One node of a network as ONNX operators; each method returns the name of the value that the node gives. */
final class OperatorWriter implements Layer.Visitor<String> {

    private final Graph graph;
    private final Weights weights;
    private final String node;
    private final List<String> inputs;
    private final String target;
    private final boolean isOutput;
    private final List<Shape> inputShapes;
    private final Shape outputShape;

    /**
     * @param inputs names of the values that the node takes
     * @param target name of the value that it gives, where it does not pass on its input
     */
    OperatorWriter(Graph graph, Weights weights, Network network, Node node, List<String> inputs, String target) {
        this.graph = graph;
        this.weights = weights;
        this.node = node.name();
        this.inputs = inputs;
        this.target = target;
        this.isOutput = node == network.output();
        this.inputShapes = network.inputShapes(node);
        this.outputShape = network.shape(node.name());
    }

    @Override
    public String convolution(Convolution layer) {
        int channels = image().channels();
        Window window = new Window(layer.kernel(), layer.stride());
        List<String> operands =
                kernel(layer.bias(), layer.filters(), layer.filters(), channels, layer.kernel(), layer.kernel());
        return convolve(window, operands, 1);
    }

    @Override
    public String depthwiseConvolution(DepthwiseConvolution layer) {
        int channels = image().channels();
        Window window = new Window(layer.kernel(), layer.stride());
        return convolve(window, kernel(layer.bias(), channels, channels, 1, layer.kernel(), layer.kernel()), channels);
    }

    private String convolve(Window window, List<String> operands, int groups) {
        return operator(
                "Conv",
                operands,
                window.shape(),
                window.strides(),
                window.pads(image(), (Image) outputShape),
                Attributes.integer("group", groups));
    }

    @Override
    public String batchNorm(BatchNorm layer) {
        Shape in = inputShapes.get(0);
        int channels = in instanceof Image image ? image.channels() : ((Features) in).size();
        List<String> operands = new ArrayList<>(inputs);
        for (String role : List.of(Weights.SCALE, Weights.SHIFT, Weights.MEAN, Weights.VARIANCE)) {
            operands.add(weight(role, channels));
        }
        return operator("BatchNormalization", operands, Attributes.real("epsilon", BatchNorm.EPSILON));
    }

    @Override
    public String activation(Activation layer) {
        return switch (layer.function()) {
            case RELU -> operator("Relu", inputs);
            case TANH -> operator("Tanh", inputs);
            case SIGMOID -> operator("Sigmoid", inputs);
        };
    }

    @Override
    public String pooling(Pooling layer) {
        Window window = new Window(layer.kernel(), layer.stride());
        AttributeProto pads = window.pads(image(), (Image) outputShape);
        return switch (layer.kind()) {
            case MAX -> operator("MaxPool", inputs, window.shape(), window.strides(), pads);
            case AVERAGE ->
                operator(
                        "AveragePool",
                        inputs,
                        window.shape(),
                        window.strides(),
                        pads,
                        Attributes.integer("count_include_pad", 0));
        };
    }

    @Override
    public String globalPooling(GlobalPooling layer) {
        String pooled = graph.operator("GlobalAveragePool", graph.name(node + "/pooled"), inputs);
        return operator("Flatten", List.of(pooled), Attributes.integer("axis", 1));
    }

    @Override
    public String flatten(Flatten layer) {
        return operator("Flatten", inputs, Attributes.integer("axis", 1));
    }

    @Override
    public String dense(Dense layer) {
        return operator("Gemm", kernel(true, layer.units(), ((Features) inputShapes.get(0)).size(), layer.units()));
    }

    /** Nothing at inference. */
    @Override
    public String dropout(Dropout layer) {
        return passOn();
    }

    @Override
    public String add(Add layer) {
        return operator(inputs.size() == 2 ? "Add" : "Sum", inputs);
    }

    @Override
    public String concatenate(Concatenate layer) {
        return operator("Concat", inputs, Attributes.integer("axis", 1));
    }

    /** From the shape alone: zero times an infinite value would not be zero. */
    @Override
    public String zero(Zero layer) {
        String shape = graph.operator("Shape", graph.name(node + "/shape"), inputs);
        return operator("ConstantOfShape", List.of(shape));
    }

    @Override
    public String identity(Identity layer) {
        return passOn();
    }

    /** A graph's output is the value of an operator. */
    private String passOn() {
        return isOutput ? operator("Identity", inputs) : inputs.get(0);
    }

    @Override
    public String softmax(Softmax layer) {
        return operator("Softmax", inputs, Attributes.integer("axis", 1));
    }

    private Image image() {
        return (Image) inputShapes.get(0);
    }

    private String operator(String type, List<String> operands, AttributeProto... attributes) {
        return graph.operator(type, target, operands, attributes);
    }

    /** The input, the kernel, and the bias where there is one. */
    private List<String> kernel(boolean bias, int outputs, long... sizes) {
        List<String> operands = new ArrayList<>(inputs);
        operands.add(weight(Weights.KERNEL, sizes));
        if (bias) {
            operands.add(weight(Weights.BIAS, outputs));
        }
        return operands;
    }

    private String weight(String role, long... sizes) {
        return graph.constant(node + "/" + role, weights.get(node, role), sizes);
    }
}
