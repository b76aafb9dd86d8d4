package dev.skyline.space.nasbench101;

import java.util.stream.IntStream;

/**
 * The channels of a cell's vertices: those that feed the output share its channels equally, the first of them taking one
 * more each where there is a remainder; the others are as wide as the widest that they feed (Ying et al. 2019, appendix;
 * {@code model_builder.py}). No vertex is narrower than one that it feeds.
 */
final class Widths {

    private Widths() {}

    /**
     * By vertex; the input's is zero, as it is projected to what it feeds.
     *
     * @param channels of the output, no fewer than the vertices that feed it
     */
    static int[] of(Cell cell, int channels) {
        int output = cell.output();
        int[] widths = new int[cell.vertices()];
        widths[output] = channels;
        int shares = (int) IntStream.range(1, output)
                .filter(vertex -> cell.has(vertex, output))
                .count();
        int shared = 0;
        for (int vertex = 1; vertex < output; vertex++) {
            if (cell.has(vertex, output)) {
                widths[vertex] = channels / shares + (shared < channels % shares ? 1 : 0);
                shared++;
            }
        }
        for (int vertex = output - 1; vertex > 0; vertex--) {
            for (int to = vertex + 1; to < output && !cell.has(vertex, output); to++) {
                if (cell.has(vertex, to)) {
                    widths[vertex] = Math.max(widths[vertex], widths[to]);
                }
            }
        }
        return widths;
    }
}
