package dev.skyline.space.document;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Concatenate;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A network in the making, of which every shape is known; or the shapes alone, where nodes are not kept. */
final class Graph {

    private static final Layer NORM = new BatchNorm();

    private final List<Node> nodes = new ArrayList<>();
    private final boolean kept;

    private Graph(boolean kept) {
        this.kept = kept;
    }

    static Graph ofNodes() {
        return new Graph(true);
    }

    static Graph ofShapes() {
        return new Graph(false);
    }

    List<Node> nodes() {
        return nodes;
    }

    /**
     * @throws dev.skyline.network.ShapeMismatch where the layer cannot take these
     */
    Tensor add(String name, Layer layer, Tensor... sources) {
        Shape shape = layer.output(Arrays.stream(sources).map(Tensor::shape).toList());
        if (kept) {
            nodes.add(new Node(
                    name, layer, Arrays.stream(sources).map(Tensor::node).toList()));
        }
        return new Tensor(name, shape);
    }

    Tensor norm(String name, Tensor source) {
        return add(name + ".norm", NORM, source);
    }

    Tensor activation(String name, Optional<Function> function, Tensor source) {
        return function.isEmpty() ? source : add(name + ".activation", new Activation(function.get()), source);
    }

    /** The sum of one or more terms of one shape; of zeros no more than one is kept. */
    Tensor sum(String name, List<Tensor> terms) {
        List<Tensor> living = terms.stream().filter(term -> !term.zero()).toList();
        if (living.size() < 2) {
            return living.isEmpty() ? terms.get(0) : living.get(0);
        }
        return add(name + ".sum", new Add(), distinct(name, living));
    }

    Tensor concatenation(String name, List<Tensor> parts) {
        return parts.size() == 1 ? parts.get(0) : add(name + ".concat", new Concatenate(), distinct(name, parts));
    }

    /** A layer that takes one node twice would confuse runtimes that tell inputs apart by name. */
    private Tensor[] distinct(String name, List<Tensor> sources) {
        List<Tensor> inputs = new ArrayList<>(sources.size());
        for (Tensor source : sources) {
            boolean again = inputs.stream().anyMatch(other -> other.node().equals(source.node()));
            inputs.add(again ? add(name + ".again" + inputs.size(), new Identity(), source) : source);
        }
        return inputs.toArray(Tensor[]::new);
    }
}
