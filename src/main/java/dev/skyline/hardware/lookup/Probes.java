package dev.skyline.hardware.lookup;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Pooling.Kind;
import dev.skyline.network.Layer.Scale;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Truncate;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Classifiers by which one operator is timed: it costs what the network {@linkplain #with with} it takes longer than the
 * one {@linkplain #without without} it. Each costs a few parameters; nothing of them needs training.
 */
public final class Probes {

    private static final int CLASSES = 2;

    private final List<Node> nodes = new ArrayList<>();
    private final Shape input;

    private Probes(Shape input) {
        this.input = input;
    }

    /** The least that can be run: what it takes is the fixed cost of an inference. */
    public static Network fixed() {
        Probes probe = new Probes(Shape.features(CLASSES));
        probe.add("softmax", new Softmax(), Network.INPUT);
        return new Network(probe.input, probe.nodes);
    }

    /**
     * The operator and what makes a classifier of its result. An operator of several inputs takes the network's input as
     * each of them, cut to as many channels where they differ.
     */
    public static Network with(LayerKey key) {
        Shape widest = key.inputs().stream()
                .filter(shape -> shape.getClass() == key.inputs().get(0).getClass())
                .max(Comparator.comparingInt(Shape::channels))
                .orElseThrow();
        Probes probe = new Probes(widest);
        if (key.layer() instanceof Scale) {
            return probe.scaling((Image) widest, true);
        }
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < key.inputs().size(); i++) {
            int channels = key.inputs().get(i).channels();
            Layer same = channels == widest.channels() ? new Identity() : new Truncate(channels);
            inputs.add(
                    i == 0 && same instanceof Identity ? Network.INPUT : probe.add("input" + i, same, Network.INPUT));
        }
        return probe.classified(probe.add("operator", key.layer(), inputs.toArray(String[]::new)), key.output());
    }

    /** What makes a classifier of the operator's result alone. */
    public static Network without(LayerKey key) {
        Probes probe = new Probes(key.output());
        return key.layer() instanceof Scale
                ? probe.scaling((Image) key.output(), false)
                : probe.classified(Network.INPUT, key.output());
    }

    /** The vector comes from a pooling, which stands in both networks. */
    private Network scaling(Image image, boolean scaled) {
        String vector = add("vector", new GlobalPooling(Kind.MAX), Network.INPUT);
        String last = scaled ? add("operator", new Scale(), Network.INPUT, vector) : Network.INPUT;
        String pooled = add("pooled", new GlobalPooling(), last);
        return classified(add("sum", new Add(), pooled, vector), Shape.features(image.channels()));
    }

    private Network classified(String last, Shape shape) {
        String vector = shape instanceof Image ? add("pool", new GlobalPooling(), last) : last;
        add("softmax", new Softmax(), add("classifier", new Dense(CLASSES), vector));
        return new Network(input, nodes);
    }

    private String add(String name, Layer layer, String... inputs) {
        nodes.add(new Node(name, layer, List.of(inputs)));
        return name;
    }
}
