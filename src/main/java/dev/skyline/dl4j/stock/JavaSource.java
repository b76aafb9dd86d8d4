package dev.skyline.dl4j.stock;

import dev.skyline.network.Network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A network as one Java class that needs DL4J alone: it builds the configuration that the zip holds, layer by layer
 * under its names, and loads the trained weights from that zip.
 */
public final class JavaSource {

    /** A method may have 64 KiB of byte code; a statement takes up to 200 bytes of it. */
    private static final int STATEMENTS_PER_METHOD = 100;

    private static final List<String> IMPORTS = List.of(
            "org.deeplearning4j.nn.conf.ComputationGraphConfiguration",
            "org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder",
            "org.deeplearning4j.nn.conf.ConvolutionMode",
            "org.deeplearning4j.nn.conf.NeuralNetConfiguration",
            "org.deeplearning4j.nn.conf.graph.ElementWiseVertex",
            "org.deeplearning4j.nn.conf.graph.MergeVertex",
            "org.deeplearning4j.nn.conf.graph.PreprocessorVertex",
            "org.deeplearning4j.nn.conf.graph.ScaleVertex",
            "org.deeplearning4j.nn.conf.graph.ShiftVertex",
            "org.deeplearning4j.nn.conf.graph.SubsetVertex",
            "org.deeplearning4j.nn.conf.layers.ActivationLayer",
            "org.deeplearning4j.nn.conf.layers.BatchNormalization",
            "org.deeplearning4j.nn.conf.layers.ConvolutionLayer",
            "org.deeplearning4j.nn.conf.layers.DenseLayer",
            "org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D",
            "org.deeplearning4j.nn.conf.layers.DropoutLayer",
            "org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer",
            "org.deeplearning4j.nn.conf.layers.LossLayer",
            "org.deeplearning4j.nn.conf.layers.PoolingType",
            "org.deeplearning4j.nn.conf.layers.SubsamplingLayer",
            "org.deeplearning4j.nn.conf.layers.Upsampling2D",
            "org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer",
            "org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor",
            "org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor",
            "org.deeplearning4j.nn.graph.ComputationGraph",
            "org.deeplearning4j.nn.weights.WeightInit",
            "org.deeplearning4j.util.ModelSerializer",
            "org.nd4j.linalg.activations.Activation",
            "org.nd4j.linalg.activations.impl.ActivationLReLU",
            "org.nd4j.linalg.api.buffer.DataType",
            "org.nd4j.linalg.learning.config.Adam",
            "org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction",
            "java.io.File",
            "java.io.IOException");

    private JavaSource() {}

    /**
     * The text of the file {@code <className>.java}. O(nodes).
     *
     * @param about what the comment above the class says, a line each; whatever is in it, it stays a comment
     * @throws IllegalArgumentException where the network has a softmax that is not its end
     */
    public static String of(Network network, String className, List<String> about) {
        StockGraph graph = StockGraph.of(network);
        List<List<String>> parts = parts(graph.statements());
        StringBuilder calls = new StringBuilder();
        StringBuilder methods = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String method = parts.size() == 1 ? "addLayers" : "addLayers" + (i + 1);
            calls.append("        ").append(method).append("(graph);\n");
            methods.append("\n    private static void ").append(method).append("(GraphBuilder graph) {\n");
            methods.append(String.join("\n", parts.get(i))).append("\n    }\n");
        }
        String body = template()
                .replace("CLASS", className)
                .replace("SETTINGS", String.join("\n                .", StockGraph.SETTINGS))
                .replace("        CALLS\n", calls)
                .replace("OUTPUT", JavaText.literal(graph.output()))
                .replace("    METHODS\n", methods);
        return imports(body) + "\n/**\n" + comment(about) + " */\n" + body;
    }

    private static String template() {
        try (InputStream in = JavaSource.class.getResourceAsStream("Network.java.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the frame of a network's source cannot be read", e);
        }
    }

    private static List<List<String>> parts(List<String> statements) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < statements.size(); from += STATEMENTS_PER_METHOD) {
            parts.add(statements.subList(from, Math.min(from + STATEMENTS_PER_METHOD, statements.size())));
        }
        return parts;
    }

    private static String imports(String body) {
        return IMPORTS.stream()
                .filter(name -> Pattern.compile("\\b" + name.substring(name.lastIndexOf('.') + 1) + "\\b")
                        .matcher(body)
                        .find())
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
    }

    private static String comment(List<String> about) {
        return about.stream().map(line -> " * " + JavaText.comment(line) + "\n").collect(Collectors.joining());
    }
}
