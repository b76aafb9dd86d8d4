package dev.skyline.dl4j;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.Flatten;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;

import java.util.ArrayList;
import java.util.List;

/** Networks that tests and benchmarks train. */
final class TestNetworks {

    private final List<Node> nodes = new ArrayList<>();

    private TestNetworks() {}

    /** Two 5×5 convolutions of 20 and 50 filters, each with a pooling, and a hidden layer of 500 (LeCun et al. 1998). */
    static Network leNet(int pixels, int classes) {
        TestNetworks net = new TestNetworks();
        String last = net.node("convolution1", new Convolution(20, 5, 1, true), Network.INPUT);
        last = net.node("pooling1", new Pooling(Pooling.Kind.MAX, 2, 2), last);
        last = net.node("convolution2", new Convolution(50, 5, 1, true), last);
        last = net.node("pooling2", new Pooling(Pooling.Kind.MAX, 2, 2), last);
        last = net.node("flatten", new Flatten(), last);
        last = net.node("hidden", new Dense(500), last);
        last = net.node("relu", new Activation(Function.RELU), last);
        return net.classified(Shape.image(1, pixels, pixels), last, classes);
    }

    /**
     * The macro skeleton of NAS-Bench-201 (Dong and Yang 2020) with one cell a stage, here with two 3×3 convolutions, a
     * 1×1 convolution, an average pooling and two skips in each cell.
     */
    static Network cells(int pixels, int channels, int classes) {
        TestNetworks net = new TestNetworks();
        String last = net.node("stem", new Convolution(channels, 3, 1, false), Network.INPUT);
        last = net.node("stemNorm", new BatchNorm(), last);
        last = net.cell("cell1", channels, last);
        last = net.reduction("reduction1", 2 * channels, last);
        last = net.cell("cell2", 2 * channels, last);
        last = net.reduction("reduction2", 4 * channels, last);
        last = net.cell("cell3", 4 * channels, last);
        last = net.node("lastNorm", new BatchNorm(), last);
        last = net.node("lastRelu", new Activation(Function.RELU), last);
        last = net.node("average", new GlobalPooling(), last);
        return net.classified(Shape.image(1, pixels, pixels), last, classes);
    }

    private String cell(String name, int channels, String input) {
        String first = block(name + "-01", channels, 3, 1, input);
        String second = node(
                name + "-2",
                new Add(),
                node(name + "-02", new Identity(), input),
                block(name + "-12", channels, 3, 1, first));
        return node(
                name + "-3",
                new Add(),
                block(name + "-03", channels, 1, 1, input),
                node(name + "-13", new Pooling(Pooling.Kind.AVERAGE, 3, 1), first),
                node(name + "-23", new Identity(), second));
    }

    private String reduction(String name, int channels, String input) {
        String deep = block(name + "-b", channels, 3, 1, block(name + "-a", channels, 3, 2, input));
        String pooled = node(name + "-pool", new Pooling(Pooling.Kind.AVERAGE, 2, 2), input);
        return node(name, new Add(), deep, node(name + "-shortcut", new Convolution(channels, 1, 1, false), pooled));
    }

    private String block(String name, int channels, int kernel, int stride, String input) {
        String relu = node(name + "-relu", new Activation(Function.RELU), input);
        String convolution = node(name + "-conv", new Convolution(channels, kernel, stride, false), relu);
        return node(name + "-norm", new BatchNorm(), convolution);
    }

    private Network classified(Shape input, String last, int classes) {
        node("softmax", new Softmax(), node("scores", new Dense(classes), last));
        return new Network(input, nodes);
    }

    private String node(String name, Layer layer, String... inputs) {
        nodes.add(new Node(name, layer, List.of(inputs)));
        return name;
    }
}
