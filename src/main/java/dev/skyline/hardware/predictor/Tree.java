package dev.skyline.hardware.predictor;

/** A regression tree on standardised columns. */
final class Tree {

    private final int column;
    private final double bound;
    private final Tree left;
    private final Tree right;
    private final double value;

    Tree(double value) {
        this(-1, 0, null, null, value);
    }

    /** Values below the bound go left. */
    Tree(int column, double bound, Tree left, Tree right) {
        this(column, bound, left, right, 0);
    }

    private Tree(int column, double bound, Tree left, Tree right, double value) {
        this.column = column;
        this.bound = bound;
        this.left = left;
        this.right = right;
        this.value = value;
    }

    /** O(depth). */
    double predict(double[] row) {
        Tree at = this;
        while (at.column >= 0) {
            at = row[at.column] < at.bound ? at.left : at.right;
        }
        return at.value;
    }
}
