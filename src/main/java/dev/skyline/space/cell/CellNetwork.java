package dev.skyline.space.cell;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Pooling.Kind;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape.Image;

import java.util.ArrayList;
import java.util.List;

/**
 * The skeleton of NAS-Bench-201: a stem; three stages of equal cells, at C, 2C and 4C channels; a residual block that
 * halves the image before the second and third; then the classifier. Operations are ReLU–convolution–BN without bias.
 */
record CellNetwork(int cells, int channels, Image input, int classes) {

    private static final int STAGES = 3;
    private static final Layer RELU = new Activation(Function.RELU);
    private static final Layer NORM = new BatchNorm();

    /** O(cells). */
    Network of(Cell cell) {
        return new Build(cell).network();
    }

    private final class Build {

        private final Cell cell;
        private final List<Node> nodes = new ArrayList<>();

        Build(Cell cell) {
            this.cell = cell;
        }

        Network network() {
            String last = add("stem.conv", new Convolution(channels, 3, 1, false), Network.INPUT);
            last = add("stem.norm", NORM, last);
            for (int stage = 0; stage < STAGES; stage++) {
                int width = channels << stage;
                if (stage > 0) {
                    last = reduction("reduce" + stage, width, last);
                }
                for (int i = 1; i <= cells; i++) {
                    last = cell("stage" + (stage + 1) + ".cell" + i, width, last);
                }
            }
            last = add("head.norm", NORM, last);
            last = add("head.relu", RELU, last);
            last = add("head.pool", new GlobalPooling(), last);
            last = add("classifier", new Dense(classes), last);
            add("softmax", new Softmax(), last);
            return new Network(input, nodes);
        }

        private String reduction(String name, int width, String source) {
            String main = reluConvNorm(name + ".a", width, 3, 2, source);
            main = reluConvNorm(name + ".b", width, 3, 1, main);
            String shortcut = add(name + ".shortcut.pool", new Pooling(Kind.AVERAGE, 2, 2), source);
            shortcut = add(name + ".shortcut.conv", new Convolution(width, 1, 1, false), shortcut);
            return add(name + ".sum", new Add(), main, shortcut);
        }

        private String cell(String name, int width, String source) {
            String[] outputs = new String[Cell.NODES];
            outputs[0] = source;
            for (int to = 1; to < Cell.NODES; to++) {
                String node = name + ".node" + to;
                List<String> terms = new ArrayList<>(to);
                for (int from = 0; from < to; from++) {
                    operation(node + ".from" + from, cell.edge(to, from), width, outputs[from], terms);
                }
                outputs[to] = sum(node, terms, source);
            }
            return outputs[Cell.NODES - 1];
        }

        private void operation(String name, CellOperation operation, int width, String source, List<String> terms) {
            switch (operation) {
                case NONE -> {}
                // A sum that takes one node twice would confuse runtimes that tell inputs apart by name.
                case SKIP_CONNECT ->
                    terms.add(terms.contains(source) ? add(name + ".skip", new Identity(), source) : source);
                case NOR_CONV_1X1 -> terms.add(reluConvNorm(name, width, 1, 1, source));
                case NOR_CONV_3X3 -> terms.add(reluConvNorm(name, width, 3, 1, source));
                case AVG_POOL_3X3 -> terms.add(add(name + ".pool", new Pooling(Kind.AVERAGE, 3, 1), source));
            }
        }

        private String sum(String name, List<String> terms, String source) {
            if (terms.isEmpty()) {
                return add(name + ".zero", new Zero(), source);
            }
            return terms.size() == 1 ? terms.get(0) : add(name + ".sum", new Add(), terms.toArray(String[]::new));
        }

        private String reluConvNorm(String name, int width, int kernel, int stride, String source) {
            String last = add(name + ".relu", RELU, source);
            last = add(name + ".conv", new Convolution(width, kernel, stride, false), last);
            return add(name + ".norm", NORM, last);
        }

        private String add(String name, Layer layer, String... inputs) {
            nodes.add(new Node(name, layer, List.of(inputs)));
            return name;
        }
    }
}
