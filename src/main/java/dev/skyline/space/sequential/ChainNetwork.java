package dev.skyline.space.sequential;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Layer.Flatten;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Pooling.Kind;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.space.Scaling;
import dev.skyline.space.Task;

import java.util.ArrayList;
import java.util.List;

/**
 * A chain as layers. A convolution is convolution–BN–ReLU without bias, a separable one depthwise–pointwise–BN–ReLU, a
 * pooling 2×2 with stride 2, a dense layer is followed by ReLU. A skip connection adds a convolution's input before the
 * ReLU (He et al. 2016), where the channels differ by way of a convolution 1×1 and BN.
 */
final class ChainNetwork {

    private static final Layer RELU = new Activation(Function.RELU);

    private final Task task;
    private final Scaling scaling;
    private final List<Node> nodes = new ArrayList<>();
    private String last = Network.INPUT;
    private int channels;

    private ChainNetwork(Task task, Scaling scaling) {
        this.task = task;
        this.scaling = scaling;
        this.channels = task.input().channels();
    }

    /** O(layers). */
    static Network of(Chain chain, Task task, Scaling scaling) {
        return new ChainNetwork(task, scaling).build(chain);
    }

    private Network build(Chain chain) {
        for (int i = 0; i < chain.blocks().size(); i++) {
            addRepeated("layer" + (i + 1), chain.blocks().get(i));
        }
        chain.head().ifPresent(head -> add("head", head == Head.FLATTEN ? new Flatten() : new GlobalPooling()));
        for (int i = 0; i < chain.units().size(); i++) {
            add("dense" + (i + 1), new Dense(scaling.channels(chain.units().get(i))));
            add("dense" + (i + 1) + ".relu", RELU);
        }
        if (chain.dropout() > 0) {
            add("dropout", new Dropout(chain.dropout()));
        }
        add("classifier", new Dense(task.classes()));
        add("softmax", new Softmax());
        return new Network(task.input(), nodes);
    }

    private void addRepeated(String name, Block block) {
        add(name, block);
        for (int repeat = 2; repeat <= scaling.repeats(1) && !block.isPooling(); repeat++) {
            add(name + ".repeat" + repeat, block);
        }
    }

    private void add(String name, Block block) {
        String source = last;
        int filters = scaling.channels(block.filters());
        switch (block.operation()) {
            case CONVOLUTION -> {
                add(name + ".conv", new Convolution(filters, block.kernel(), 1, false));
                addNormRelu(name, block.skip(), source, filters);
            }
            case SEPARABLE_CONVOLUTION -> {
                add(name + ".depthwise", new DepthwiseConvolution(block.kernel(), 1, false));
                add(name + ".pointwise", new Convolution(filters, 1, 1, false));
                addNormRelu(name, block.skip(), source, filters);
            }
            case MAX_POOLING -> add(name + ".pool", new Pooling(Kind.MAX, 2, 2));
            case AVERAGE_POOLING -> add(name + ".pool", new Pooling(Kind.AVERAGE, 2, 2));
        }
    }

    private void addNormRelu(String name, boolean skip, String source, int filters) {
        add(name + ".norm", new BatchNorm());
        if (skip) {
            String result = last;
            last = source;
            if (filters != channels) {
                add(name + ".shortcut.conv", new Convolution(filters, 1, 1, false));
                add(name + ".shortcut.norm", new BatchNorm());
            }
            add(name + ".sum", new Add(), result);
        }
        channels = filters;
        add(name + ".relu", RELU);
    }

    private void add(String name, Layer layer) {
        nodes.add(new Node(name, layer, List.of(last)));
        last = name;
    }

    private void add(String name, Add layer, String other) {
        nodes.add(new Node(name, layer, List.of(other, last)));
        last = name;
    }
}
