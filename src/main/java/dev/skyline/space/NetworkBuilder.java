package dev.skyline.space;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Concatenate;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;

import java.util.ArrayList;
import java.util.List;

/**
 * A network in the making, node by node. Every method returns the name of the node that gives what was added; of a block,
 * the name given to it is the beginning of its nodes' names. Convolutions have no bias, as batch normalisation shifts.
 */
public final class NetworkBuilder {

    private static final Layer RELU = new Activation(Function.RELU);
    private static final Layer NORM = new BatchNorm();

    private final Shape input;
    private final List<Node> nodes = new ArrayList<>();

    public NetworkBuilder(Shape input) {
        this.input = input;
    }

    /** A node of this name. */
    public String add(String name, Layer layer, String... inputs) {
        nodes.add(new Node(name, layer, List.of(inputs)));
        return name;
    }

    public String relu(String name, String source) {
        return add(name + ".relu", RELU, source);
    }

    public String norm(String name, String source) {
        return add(name + ".norm", NORM, source);
    }

    public String convNorm(String name, String source, int filters, int kernel, int stride) {
        return norm(name, add(name + ".conv", new Convolution(filters, kernel, stride, false), source));
    }

    public String convNormRelu(String name, String source, int filters, int kernel, int stride) {
        return relu(name, convNorm(name, source, filters, kernel, stride));
    }

    public String reluConvNorm(String name, String source, int filters, int kernel, int stride) {
        return convNorm(name, relu(name, source), filters, kernel, stride);
    }

    /** The sum of one or more terms of one shape; a single term is its own sum. */
    public String sum(String name, List<String> terms) {
        return terms.size() == 1 ? terms.get(0) : add(name + ".sum", new Add(), distinct(name, terms));
    }

    /** One or more images of one size side by side; a single one stays itself. */
    public String concatenation(String name, List<String> parts) {
        return parts.size() == 1 ? parts.get(0) : add(name + ".concat", new Concatenate(), distinct(name, parts));
    }

    /** A layer that takes one node twice would confuse runtimes that tell inputs apart by name. */
    private String[] distinct(String name, List<String> sources) {
        List<String> inputs = new ArrayList<>(sources.size());
        for (String source : sources) {
            inputs.add(inputs.contains(source) ? add(name + ".again" + inputs.size(), new Identity(), source) : source);
        }
        return inputs.toArray(String[]::new);
    }

    /** The network whose classifier takes the average of each channel of an image. */
    public Network classify(String source, int classes) {
        String features = add("head.pool", new GlobalPooling(), source);
        add("softmax", new Softmax(), add("classifier", new Dense(classes), features));
        return new Network(input, nodes);
    }
}
