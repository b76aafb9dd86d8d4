package dev.skyline.network;

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

import java.util.List;

/** A network in which each kind of layer occurs. */
final class EveryLayer {

    static final Network NETWORK = new Network(
            Shape.image(1, 8, 8),
            List.of(
                    node("stem", new Convolution(4, 3, 1, false), Network.INPUT),
                    node("norm", new BatchNorm(), "stem"),
                    node("relu", new Activation(Activation.Function.RELU), "norm"),
                    node("depth", new DepthwiseConvolution(5, 2, true), "relu"),
                    node("pool", new Pooling(Pooling.Kind.MAX, 2, 2), "relu"),
                    node("same", new Identity(), "pool"),
                    node("zero", new Zero(), "pool"),
                    node("sum", new Add(), "depth", "same", "zero"),
                    node("both", new Concatenate(), "sum", "pool"),
                    node("mean", new GlobalPooling(), "both"),
                    node("scaled", new Scale(), "both", "mean"),
                    node("large", new Resize(6, 6), "scaled"),
                    node("fewer", new Truncate(3), "large"),
                    node("flat", new Flatten(), "fewer"),
                    node("all", new Concatenate(), "mean", "flat"),
                    node("drop", new Dropout(0.5), "all"),
                    node("scores", new Dense(10), "drop"),
                    node("classes", new Softmax(), "scores")));

    private EveryLayer() {}

    static Node node(String name, Layer layer, String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }
}
