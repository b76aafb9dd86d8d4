package dev.skyline.space.cell;

import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Pooling.Kind;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Network;
import dev.skyline.network.Shape.Image;
import dev.skyline.space.NetworkBuilder;

import java.util.ArrayList;
import java.util.List;

/**
 * The skeleton of NAS-Bench-201: a stem; three stages of equal cells, at C, 2C and 4C channels; a residual block that
 * halves the image before the second and third; then the classifier. Operations are ReLU–convolution–BN without bias.
 */
record CellNetwork(int cells, int channels, Image input, int classes) {

    private static final int STAGES = 3;

    /** O(cells). */
    Network of(Cell cell) {
        NetworkBuilder builder = new NetworkBuilder(input);
        String last = builder.convNorm("stem", Network.INPUT, channels, 3, 1);
        for (int stage = 0; stage < STAGES; stage++) {
            Stage at = new Stage(builder, cell, channels << stage);
            if (stage > 0) {
                last = at.reduction("reduce" + stage, last);
            }
            for (int i = 1; i <= cells; i++) {
                last = at.cell("stage" + (stage + 1) + ".cell" + i, last);
            }
        }
        return builder.classify(builder.relu("head", builder.norm("head", last)), classes);
    }

    private record Stage(NetworkBuilder builder, Cell cell, int width) {

        String reduction(String name, String source) {
            String main = builder.reluConvNorm(name + ".a", source, width, 3, 2);
            main = builder.reluConvNorm(name + ".b", main, width, 3, 1);
            String shortcut = builder.add(name + ".shortcut.pool", new Pooling(Kind.AVERAGE, 2, 2), source);
            shortcut = builder.add(name + ".shortcut.conv", new Convolution(width, 1, 1, false), shortcut);
            return builder.sum(name, List.of(main, shortcut));
        }

        String cell(String name, String source) {
            String[] outputs = new String[cell.nodes()];
            outputs[0] = source;
            for (int to = 1; to < outputs.length; to++) {
                String node = name + ".node" + to;
                List<String> terms = new ArrayList<>(to);
                for (int from = 0; from < to; from++) {
                    addTerm(node + ".from" + from, cell.edge(to, from), outputs[from], terms);
                }
                outputs[to] =
                        terms.isEmpty() ? builder.add(node + ".zero", new Zero(), source) : builder.sum(node, terms);
            }
            return outputs[outputs.length - 1];
        }

        private void addTerm(String name, CellOperation operation, String source, List<String> terms) {
            switch (operation) {
                case NONE -> {}
                case SKIP_CONNECT -> terms.add(source);
                case NOR_CONV_1X1 -> terms.add(builder.reluConvNorm(name, source, width, 1, 1));
                case NOR_CONV_3X3 -> terms.add(builder.reluConvNorm(name, source, width, 3, 1));
                case AVG_POOL_3X3 -> terms.add(builder.add(name + ".pool", new Pooling(Kind.AVERAGE, 3, 1), source));
            }
        }
    }
}
