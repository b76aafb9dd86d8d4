package dev.skyline.onnx;

import dev.skyline.dataset.Samples;
import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.RandomWeights;
import dev.skyline.network.Shape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Models to write and to run. */
final class Models {

    private Models() {}

    /** Layers one after the other, named by their place: {@code a}, {@code b}, … */
    static Network chain(Shape input, Layer... layers) {
        List<Node> nodes = new ArrayList<>();
        String last = Network.INPUT;
        for (Layer layer : layers) {
            String name = String.valueOf((char) ('a' + nodes.size()));
            nodes.add(new Node(name, layer, List.of(last)));
            last = name;
        }
        return new Network(input, nodes);
    }

    /** Two convolutions and a classifier of three classes. */
    static Network small(int channels) {
        return chain(
                Shape.image(1, 8, 8),
                new Convolution(channels, 3, 1, true),
                new Activation(Function.RELU),
                new Convolution(channels, 3, 2, false),
                new GlobalPooling(),
                new Dense(3),
                new Softmax());
    }

    static byte[] bytes(Network network, long seed) {
        return OnnxWriter.write(network, RandomWeights.of(network, seed), description(network));
    }

    static ModelDescription description(Network network) {
        int classes = Math.toIntExact(network.shape(network.output().name()).elements());
        return new ModelDescription(
                "|a~0|",
                "digits",
                IntStream.range(0, classes).mapToObj(i -> "class " + i).toList(),
                Samples.ofImages(1, 1, 2, new int[] {0}, new byte[] {0}).preprocessing(),
                "0.1.0");
    }
}
