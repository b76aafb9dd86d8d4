package dev.skyline.space.nasbench101;

/**
 * The sequences of operations that paths from a cell's input to its output pass, the edge that passes none first, then by
 * length, then as numbers whose first digit is the first operation: 364 for up to five inner vertices (White et al. 2021,
 * BANANAS, section 3.1).
 */
final class Paths {

    private static final int OPERATIONS = Operation.ALL.size();

    private final Cell cell;
    private final double[] exists;

    private Paths(Cell cell, int maxVertices) {
        this.cell = cell;
        this.exists = new double[start(maxVertices - 1)];
    }

    /** O(paths), of which a cell has 2⁵ at most. */
    static double[] of(Cell cell, int maxVertices) {
        Paths paths = new Paths(cell, maxVertices);
        paths.follow(0, 0, 0);
        return paths.exists;
    }

    private void follow(int vertex, int length, int number) {
        if (cell.has(vertex, cell.output())) {
            exists[start(length) + number] = 1;
        }
        for (int to = vertex + 1; to < cell.output(); to++) {
            if (cell.has(vertex, to)) {
                follow(to, length + 1, number * OPERATIONS + cell.operation(to).ordinal());
            }
        }
    }

    /** Number of sequences that are shorter: 1 + 3 + 9 + … */
    private static int start(int length) {
        int shorter = 0;
        for (int i = 0; i < length; i++) {
            shorter = shorter * OPERATIONS + 1;
        }
        return shorter;
    }
}
