package dev.skyline.space.document;

import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Shape.Image;
import dev.skyline.network.ShapeMismatch;

import java.util.List;

/**
 * A part to whose result its input is added.
 *
 * @param projected whether the input is brought to the result's shape where the two differ; otherwise nothing is added
 *     then
 */
record Skip(Part inner, boolean projected, String path) implements Part {

    @Override
    public Tensor build(Graph graph, String name, Tensor in, int[] choices) {
        return sum(graph, name, in, inner.build(graph, name, in, choices));
    }

    @Override
    public int layers() {
        return inner.layers() + 1;
    }

    Tensor sum(Graph graph, String name, Tensor in, Tensor result) {
        // Where nothing of the inner part is there, there is nothing to skip.
        if (result.node().equals(in.node())) {
            return in;
        }
        if (result.shape().equals(in.shape())) {
            return graph.sum(name + "#skip", List.of(result, in));
        }
        return projected ? graph.sum(name + "#skip", List.of(result, projection(graph, name, in, result))) : result;
    }

    private static Tensor projection(Graph graph, String name, Tensor in, Tensor result) {
        String block = name + "#projection";
        if (in.shape() instanceof Image from && result.shape() instanceof Image to) {
            int stride = (from.height() + to.height() - 1) / to.height();
            Tensor projected = graph.add(block + ".conv", new Convolution(to.channels(), 1, stride, false), in);
            if (projected.shape().equals(to)) {
                return graph.norm(block, projected);
            }
        } else if (!(in.shape() instanceof Image) && !(result.shape() instanceof Image)) {
            return graph.add(block, new Dense(result.channels()), in);
        }
        throw new ShapeMismatch("%s cannot be projected to %s", in.shape(), result.shape());
    }
}
