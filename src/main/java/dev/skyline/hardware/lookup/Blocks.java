package dev.skyline.hardware.lookup;

import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Pooling.Kind;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Shape.Image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds blocks that tables measure as one among the operators of a network. */
final class Blocks {

    /** @param members places of the operators that it consists of */
    record Block(OperatorKey key, Set<Integer> members) {}

    private final List<Operator> operators;
    private final Map<Integer, List<Integer>> readers = new HashMap<>();

    private Blocks(List<Operator> operators) {
        this.operators = operators;
        for (int i = 0; i < operators.size(); i++) {
            for (int input : operators.get(i).inputs()) {
                readers.computeIfAbsent(input, place -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Larger before smaller where they share operators. O(operators). */
    static List<Block> of(List<Operator> operators) {
        Blocks blocks = new Blocks(operators);
        List<Block> found = new ArrayList<>();
        for (int i = 0; i < operators.size(); i++) {
            blocks.invertedResidual(i, found);
            blocks.classifier(i, found);
        }
        return found;
    }

    private void invertedResidual(int depthwise, List<Block> found) {
        Operator middle = operators.get(depthwise);
        int project = onlyReader(depthwise);
        if (!(middle.key().layer() instanceof DepthwiseConvolution d)
                || d.dilation() > 1
                || !isPointwise(project)
                || operators.get(project).clamped()) {
            return;
        }
        Convolution projection = (Convolution) operators.get(project).key().layer();
        int expand = middle.inputs().get(0);
        if (isPointwise(expand) && operators.get(expand).clamped() && onlyReader(expand) == depthwise) {
            Convolution expansion = (Convolution) operators.get(expand).key().layer();
            if (expansion.groups() == projection.groups()) {
                add(List.of(expand, depthwise, project), expansion.filters(), d, projection, found);
                return;
            }
        }
        if (projection.groups() == 1) {
            add(List.of(depthwise, project), 0, d, projection, found);
        }
    }

    private void add(List<Integer> places, int hidden, DepthwiseConvolution d, Convolution c, List<Block> found) {
        Operator first = operators.get(places.get(0));
        int project = places.get(places.size() - 1);
        Image in = (Image) first.key().inputs().get(0);
        Image out = (Image) operators.get(project).key().output();
        int sum = onlyReader(project);
        if (sum >= 0
                && operators.get(sum).key().layer() instanceof Add
                && Set.copyOf(operators.get(sum).inputs())
                        .equals(Set.of(project, first.inputs().get(0)))
                && operators.get(sum).inputs().size() == 2) {
            Set<Integer> members = new HashSet<>(places);
            members.add(sum);
            found.add(new Block(new BlockKey(in, out, hidden, d.kernel(), d.stride(), c.groups(), true), members));
        }
        found.add(new Block(
                new BlockKey(in, out, hidden, d.kernel(), d.stride(), c.groups(), false), Set.copyOf(places)));
    }

    private void classifier(int pool, List<Block> found) {
        int dense = onlyReader(pool);
        if (operators.get(pool).key().layer() instanceof GlobalPooling p
                && p.kind() == Kind.AVERAGE
                && dense >= 0
                && operators.get(dense).key().layer() instanceof Dense d) {
            int softmax = onlyReader(dense);
            boolean ends = softmax >= 0 && operators.get(softmax).key().layer() instanceof Softmax;
            found.add(new Block(
                    new ClassifierKey((Image) operators.get(pool).key().inputs().get(0), d.units()),
                    ends ? Set.of(pool, dense, softmax) : Set.of(pool, dense)));
        }
    }

    private boolean isPointwise(int place) {
        return place >= 0
                && operators.get(place).key().layer() instanceof Convolution c
                && c.kernel() == 1
                && c.stride() == 1;
    }

    /** -1 where there is none, or more than one. */
    private int onlyReader(int place) {
        List<Integer> all = readers.getOrDefault(place, List.of());
        return all.size() == 1 ? all.get(0) : -1;
    }
}
