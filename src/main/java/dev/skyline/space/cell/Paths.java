package dev.skyline.space.cell;

import java.util.stream.IntStream;

/**
 * The paths of operations from a cell's input to its output: 5 of one edge, 25 of two by way of node 1, 25 by way of node
 * 2, 125 of three (White et al. 2021, BANANAS, section 3). A path exists where none of its edges is {@code none}; paths of
 * the same operations by way of different nodes are told apart.
 */
final class Paths {

    private static final int[][] ROUTES = {{0, 3}, {0, 1, 3}, {0, 2, 3}, {0, 1, 2, 3}};
    private static final int OPERATIONS = CellOperation.ALL.size();
    private static final int COUNT = IntStream.of(1, 2, 2, 3)
            .map(edges -> (int) Math.pow(OPERATIONS, edges))
            .sum();

    private Paths() {}

    static double[] of(Cell cell) {
        double[] paths = new double[COUNT];
        int start = 0;
        for (int[] route : ROUTES) {
            int index = 0;
            int count = 1;
            boolean exists = true;
            for (int i = 1; i < route.length; i++) {
                CellOperation operation = cell.edge(route[i], route[i - 1]);
                exists &= operation != CellOperation.NONE;
                index = index * OPERATIONS + operation.ordinal();
                count *= OPERATIONS;
            }
            paths[start + index] = exists ? 1 : 0;
            start += count;
        }
        return paths;
    }
}
