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
import dev.skyline.network.Layer.Resize;
import dev.skyline.network.Layer.Scale;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Truncate;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;
import dev.skyline.network.Weights;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** One node of a network as ONNX operators; each method returns the name of the value that the node gives. */
final class OperatorWriter implements Layer.Visitor<String> {

    private static final AttributeProto SLOPE = Attributes.real("alpha", 1 / 6.0);
    private static final AttributeProto CENTRE = Attributes.real("beta", 0.5);

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
        int k = layer.kernel();
        int seen = image().channels() / layer.groups();
        Window window = new Window(k, layer.stride(), layer.dilation());
        return convolve(window, kernel(layer.bias(), layer.filters(), layer.filters(), seen, k, k), layer.groups());
    }

    @Override
    public String depthwiseConvolution(DepthwiseConvolution layer) {
        int k = layer.kernel();
        int channels = image().channels();
        Window window = new Window(k, layer.stride(), layer.dilation());
        return convolve(window, kernel(layer.bias(), channels, channels, 1, k, k), channels);
    }

    private String convolve(Window window, List<String> operands, int groups) {
        return operator(
                "Conv",
                operands,
                window.shape(),
                window.strides(),
                window.dilations(),
                window.pads(image(), (Image) outputShape),
                Attributes.integer("group", groups));
    }

    @Override
    public String batchNorm(BatchNorm layer) {
        int channels = inputShapes.get(0).channels();
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
            case RELU6 -> operator("Clip", List.of(inputs.get(0), number("least", 0), number("most", 6)));
            case LEAKY_RELU -> operator("LeakyRelu", inputs, Attributes.real("alpha", 0.01));
            case TANH -> operator("Tanh", inputs);
            case SIGMOID -> operator("Sigmoid", inputs);
            case HARD_SIGMOID -> operator("HardSigmoid", inputs, SLOPE, CENTRE);
            case SWISH -> gated(step("Sigmoid", "gate", inputs));
            case HARD_SWISH -> gated(step("HardSigmoid", "gate", inputs, SLOPE, CENTRE));
        };
    }

    /** The operator set has no swish, and its hard swish (from 14 on) is defined as these two operators. */
    private String gated(String gate) {
        return operator("Mul", List.of(inputs.get(0), gate));
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
        String pooled = switch (layer.kind()) {
            case MAX -> step("GlobalMaxPool", "pooled", inputs);
            case AVERAGE -> step("GlobalAveragePool", "pooled", inputs);
        };
        return operator("Flatten", List.of(pooled), Attributes.integer("axis", 1));
    }

    @Override
    public String flatten(Flatten layer) {
        return operator("Flatten", inputs, Attributes.integer("axis", 1));
    }

    @Override
    public String dense(Dense layer) {
        return operator("Gemm", kernel(true, layer.units(), inputShapes.get(0).channels(), layer.units()));
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

    @Override
    public String scale(Scale layer) {
        String axes = graph.integers(node + "/axes", 2, 3);
        return operator("Mul", List.of(inputs.get(0), step("Unsqueeze", "factors", List.of(inputs.get(1), axes))));
    }

    /**
     * By the operator for it where a pixel becomes a whole number of pixels. Otherwise by their places, because runtimes
     * reckon with a 32-bit ratio of the sizes and, where it is rounded, may take the pixel beside.
     */
    @Override
    public String resize(Resize layer) {
        Image in = image();
        if (layer.height() % in.height() == 0 && layer.width() % in.width() == 0) {
            float[] factors = {1, 1, layer.height() / in.height(), layer.width() / in.width()};
            return operator(
                    "Resize",
                    List.of(inputs.get(0), "", graph.constant(node + "/factors", factors, factors.length)),
                    Attributes.text("mode", "nearest"),
                    Attributes.text("coordinate_transformation_mode", "asymmetric"),
                    Attributes.text("nearest_mode", "floor"));
        }
        String rows = graph.integers(node + "/rows", places(in.height(), layer.height()));
        String columns = graph.integers(node + "/columns", places(in.width(), layer.width()));
        String resizedRows = step("Gather", "resizedRows", List.of(inputs.get(0), rows), Attributes.integer("axis", 2));
        return operator("Gather", List.of(resizedRows, columns), Attributes.integer("axis", 3));
    }

    private static long[] places(int from, int to) {
        return LongStream.range(0, to).map(i -> i * from / to).toArray();
    }

    @Override
    public String truncate(Truncate layer) {
        String start = graph.integers(node + "/start", 0);
        String end = graph.integers(node + "/end", layer.channels());
        String axis = graph.integers(node + "/axis", 1);
        return operator("Slice", List.of(inputs.get(0), start, end, axis));
    }

    /** From the shape alone: zero times an infinite value would not be zero. */
    @Override
    public String zero(Zero layer) {
        return operator("ConstantOfShape", List.of(step("Shape", "shape", inputs)));
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

    /** An operator before the last one of this node. */
    private String step(String type, String name, List<String> operands, AttributeProto... attributes) {
        return graph.operator(type, graph.name(node + "/" + name), operands, attributes);
    }

    private String number(String name, float value) {
        return graph.constant(node + "/" + name, new float[] {value});
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
