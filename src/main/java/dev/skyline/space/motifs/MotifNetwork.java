package dev.skyline.space.motifs;

import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Pooling.Kind;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Network;
import dev.skyline.network.Shape.Image;
import dev.skyline.space.NetworkBuilder;

import java.util.ArrayList;
import java.util.List;

/**
 * The skeleton: a stem; stages of equal cells; a separable convolution that halves the image and doubles the channels from
 * one stage to the next; then the classifier. Every convolution is followed by BN and ReLU.
 */
record MotifNetwork(int stages, int cells, int channels, Merge merge, Image input, int classes) {

    private static final int STAGE_LAYERS = 4;
    private static final int OTHER_LAYERS = 6;

    /** The most layers of a network whose cells have so many. */
    long maxLayers(long cellLayers) {
        return OTHER_LAYERS + stages * (STAGE_LAYERS + cells * cellLayers);
    }

    /** O(layers). */
    Network of(Hierarchy hierarchy) {
        NetworkBuilder builder = new NetworkBuilder(input);
        Hierarchy pruned = hierarchy.pruned();
        String last = builder.convNormRelu("stem", Network.INPUT, channels, 3, 1);
        for (int stage = 0; stage < stages; stage++) {
            Stage at = new Stage(builder, pruned, channels << stage);
            String name = "stage" + (stage + 1);
            if (stage > 0) {
                last = at.separable(name + ".reduction", last, 2);
            }
            for (int i = 1; i <= cells; i++) {
                last = at.cell(name + ".cell" + i, last);
            }
        }
        return builder.classify(last, classes);
    }

    private final class Stage {

        private final NetworkBuilder builder;
        private final Hierarchy hierarchy;
        private final int width;

        Stage(NetworkBuilder builder, Hierarchy hierarchy, int width) {
            this.builder = builder;
            this.hierarchy = hierarchy;
            this.width = width;
        }

        String cell(String name, String source) {
            return hierarchy.cell().isEmpty()
                    ? builder.add(name + ".zero", new Zero(), source)
                    : motif(name, hierarchy.cell(), hierarchy.levels().size() - 1, source);
        }

        /** Of one that is not empty. */
        private String motif(String name, Motif motif, int level, String source) {
            String[] values = new String[motif.nodes()];
            values[0] = source;
            for (int to = 1; to < values.length; to++) {
                String node = name + "." + to;
                List<String> terms = new ArrayList<>(to);
                for (int from = 0; from < to; from++) {
                    if (motif.operation(to, from) != Motif.NONE) {
                        terms.add(edge(node + "-" + from, motif.operation(to, from), level, values[from]));
                    }
                }
                values[to] = terms.size() < 2 ? terms.stream().findFirst().orElse("") : merged(node, terms);
            }
            return values[motif.output()];
        }

        private String edge(String name, int operation, int level, String source) {
            return level == 0
                    ? primitive(name, Primitive.of(operation), source)
                    : motif(name, hierarchy.levels().get(level - 1).get(operation - 1), level - 1, source);
        }

        private String merged(String node, List<String> terms) {
            return switch (merge) {
                case ADD -> builder.sum(node, terms);
                case CONCATENATE -> builder.convNormRelu(node, builder.concatenation(node, terms), width, 1, 1);
            };
        }

        private String primitive(String name, Primitive primitive, String source) {
            return switch (primitive) {
                case CONV_1X1 -> builder.convNormRelu(name, source, width, 1, 1);
                case DEPTHWISE_3X3 -> builder.relu(name, builder.norm(name, depthwise(name, source, 1)));
                case SEPARABLE_3X3 -> separable(name, source, 1);
                case MAX_POOL_3X3 -> builder.add(name + ".pool", new Pooling(Kind.MAX, 3, 1), source);
                case AVERAGE_POOL_3X3 -> builder.add(name + ".pool", new Pooling(Kind.AVERAGE, 3, 1), source);
                case IDENTITY -> source;
            };
        }

        private String depthwise(String name, String source, int stride) {
            return builder.add(name + ".depthwise", new DepthwiseConvolution(3, stride, false), source);
        }

        String separable(String name, String source, int stride) {
            String filtered = depthwise(name, source, stride);
            String mixed = builder.add(name + ".pointwise", new Convolution(width, 1, 1, false), filtered);
            return builder.relu(name, builder.norm(name, mixed));
        }
    }
}
