package dev.skyline.space.darts;

import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Pooling.Kind;
import dev.skyline.network.Layer.Zero;
import dev.skyline.space.NetworkBuilder;

import java.util.ArrayList;
import java.util.List;

/**
 * Adds one cell. Operations are ReLU–convolution–BN without bias. In a reduction cell, the edges from its two inputs have
 * stride 2.
 *
 * @param name that its nodes' names begin with
 * @param width channels of each of its nodes
 */
record CellBuilder(NetworkBuilder builder, String name, int width, boolean reduction) {

    /**
     * @param halved whether the image of {@code beforeLast} is twice as large as that of {@code last}
     */
    String add(Cell cell, String beforeLast, boolean halved, String last) {
        List<String> values = new ArrayList<>();
        values.add(
                halved
                        ? reduced(name + ".input0", beforeLast)
                        : builder.reluConvNorm(name + ".input0", beforeLast, width, 1, 1));
        values.add(builder.reluConvNorm(name + ".input1", last, width, 1, 1));
        for (CellNode node : cell.nodes()) {
            values.add(node(name + ".node" + values.size(), node, values));
        }
        return builder.concatenation(name, values.subList(Cell.INPUTS, values.size()));
    }

    /**
     * Half the image. The authors' factorized reduction, two strided convolutions of which one sees the image shifted by a
     * pixel, is the average of 2×2 pixels and one convolution here: as many parameters and MACs, and no pixel unseen.
     */
    private String reduced(String node, String source) {
        String pooled = builder.add(node + ".pool", new Pooling(Kind.AVERAGE, 2, 2), builder.relu(node, source));
        return builder.convNorm(node, pooled, width, 1, 1);
    }

    private String node(String node, CellNode cellNode, List<String> values) {
        List<String> terms = new ArrayList<>(2);
        for (Edge edge : cellNode.edges()) {
            if (edge.operation() != Operation.NONE) {
                boolean strided = reduction && edge.source() < Cell.INPUTS;
                terms.add(edge(
                        node + ".from" + edge.source(), edge.operation(), values.get(edge.source()), strided ? 2 : 1));
            }
        }
        return terms.isEmpty() ? zero(node, values.get(0)) : builder.sum(node, terms);
    }

    private String zero(String node, String source) {
        String sized = reduction ? builder.add(node + ".pool", new Pooling(Kind.AVERAGE, 2, 2), source) : source;
        return builder.add(node + ".zero", new Zero(), sized);
    }

    private String edge(String edge, Operation operation, String source, int stride) {
        return switch (operation) {
            case NONE -> throw new IllegalArgumentException("an edge that does nothing has no layers");
            case SKIP_CONNECT -> stride == 1 ? source : reduced(edge, source);
            case MAX_POOL_3X3 -> builder.add(edge + ".pool", new Pooling(Kind.MAX, 3, stride), source);
            case AVG_POOL_3X3 -> builder.add(edge + ".pool", new Pooling(Kind.AVERAGE, 3, stride), source);
            case SEP_CONV_3X3 -> separable(edge, source, 3, stride);
            case SEP_CONV_5X5 -> separable(edge, source, 5, stride);
            case DIL_CONV_3X3 -> depthwiseSeparable(edge, source, 3, stride, 2);
            case DIL_CONV_5X5 -> depthwiseSeparable(edge, source, 5, stride, 2);
        };
    }

    private String separable(String edge, String source, int kernel, int stride) {
        return depthwiseSeparable(
                edge + ".b", depthwiseSeparable(edge + ".a", source, kernel, stride, 1), kernel, 1, 1);
    }

    private String depthwiseSeparable(String edge, String source, int kernel, int stride, int dilation) {
        String filtered = builder.add(
                edge + ".depthwise",
                new DepthwiseConvolution(kernel, stride, dilation, false),
                builder.relu(edge, source));
        return builder.norm(edge, builder.add(edge + ".pointwise", new Convolution(width, 1, 1, false), filtered));
    }
}
