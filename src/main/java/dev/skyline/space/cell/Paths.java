package dev.skyline.space.cell;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The paths of operations from a cell's input to its output: with four nodes 5 of one edge, 25 of two by way of node 1, 25
 * by way of node 2, 125 of three (White et al. 2021, BANANAS, section 3). A path exists where none of its edges is
 * {@code none}; paths of the same operations by way of different nodes are told apart.
 */
final class Paths {

    private static final int OPERATIONS = CellOperation.ALL.size();

    /** By the number of nodes, from 2. */
    private static final List<List<int[]>> ROUTES =
            IntStream.rangeClosed(2, Cell.MOST_NODES).mapToObj(Paths::routes).toList();

    private Paths() {}

    static double[] of(Cell cell) {
        List<int[]> routes = ROUTES.get(cell.nodes() - 2);
        double[] paths = new double[routes.stream().mapToInt(Paths::count).sum()];
        int start = 0;
        for (int[] route : routes) {
            int index = 0;
            boolean exists = true;
            for (int i = 1; i < route.length; i++) {
                CellOperation operation = cell.edge(route[i], route[i - 1]);
                exists &= operation != CellOperation.NONE;
                index = index * OPERATIONS + operation.ordinal();
            }
            paths[start + index] = exists ? 1 : 0;
            start += count(route);
        }
        return paths;
    }

    /** Sequences of operations on a route. */
    private static int count(int[] route) {
        return (int) Math.pow(OPERATIONS, route.length - 1);
    }

    /** From the first node to the last by way of any of those between them, shorter ones first. */
    private static List<int[]> routes(int nodes) {
        return IntStream.range(0, 1 << (nodes - 2))
                .boxed()
                .sorted(Comparator.comparing(Integer::bitCount))
                .map(between -> IntStream.range(0, nodes)
                        .filter(node -> node == 0 || node == nodes - 1 || (between >> (node - 1) & 1) == 1)
                        .toArray())
                .toList();
    }
}
