package dev.skyline.space.nasbench101;

import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Pooling.Kind;
import dev.skyline.network.Layer.Truncate;
import dev.skyline.network.Network;
import dev.skyline.network.Shape.Image;
import dev.skyline.space.NetworkBuilder;

import java.util.ArrayList;
import java.util.List;

/**
 * The skeleton of NAS-Bench-101: a stem, then stacks of equal cells, with a maximum pooling that halves the image and
 * twice the channels from one stack to the next; then the classifier. Every convolution is convolution–BN–ReLU.
 *
 * @param cells in each stack
 * @param channels of the stem and the first stack
 */
record CellNetwork(int stacks, int cells, int channels, Image input, int classes) {

    /** O(stacks · cells). */
    Network of(Cell cell) {
        NetworkBuilder builder = new NetworkBuilder(input);
        String last = builder.convNormRelu("stem", Network.INPUT, channels, 3, 1);
        for (int stack = 0; stack < stacks; stack++) {
            String name = "stack" + (stack + 1);
            if (stack > 0) {
                last = builder.add(name + ".pool", new Pooling(Kind.MAX, 2, 2), last);
            }
            Stage stage = new Stage(cell, Widths.of(cell, channels << stack), builder);
            for (int i = 1; i <= cells; i++) {
                last = stage.cell(name + ".cell" + i, last);
            }
        }
        return builder.classify(last, classes);
    }

    /** A cell at the widths of its vertices. */
    private record Stage(Cell cell, int[] widths, NetworkBuilder builder) {

        /**
         * What comes from the cell's input is projected to a vertex's width by a convolution 1×1, what comes from other
         * vertices is cut to it. The output is its vertices side by side.
         */
        String cell(String name, String input) {
            String[] values = new String[cell.vertices()];
            List<String> outputs = new ArrayList<>();
            for (int vertex = 1; vertex < cell.output(); vertex++) {
                values[vertex] = vertex(name + ".vertex" + vertex, vertex, input, values);
                if (cell.has(vertex, cell.output())) {
                    outputs.add(values[vertex]);
                }
            }
            List<String> terms = new ArrayList<>(2);
            if (!outputs.isEmpty()) {
                terms.add(builder.concatenation(name, outputs));
            }
            if (cell.has(0, cell.output())) {
                terms.add(projection(name, cell.output(), input));
            }
            return builder.sum(name, terms);
        }

        private String vertex(String name, int vertex, String input, String[] values) {
            List<String> terms = new ArrayList<>(vertex);
            for (int from = 1; from < vertex; from++) {
                if (cell.has(from, vertex)) {
                    terms.add(
                            widths[from] == widths[vertex]
                                    ? values[from]
                                    : builder.add(name + ".from" + from, new Truncate(widths[vertex]), values[from]));
                }
            }
            if (cell.has(0, vertex)) {
                terms.add(projection(name, vertex, input));
            }
            String sum = builder.sum(name, terms);
            return switch (cell.operation(vertex)) {
                case CONV_3X3 -> builder.convNormRelu(name, sum, widths[vertex], 3, 1);
                case CONV_1X1 -> builder.convNormRelu(name, sum, widths[vertex], 1, 1);
                case MAX_POOL_3X3 -> builder.add(name + ".pool", new Pooling(Kind.MAX, 3, 1), sum);
            };
        }

        private String projection(String name, int vertex, String input) {
            return builder.convNormRelu(name + ".projection", input, widths[vertex], 1, 1);
        }
    }
}
