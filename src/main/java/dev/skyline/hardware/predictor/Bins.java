package dev.skyline.hardware.predictor;

import java.util.Arrays;

/** Columns cut into at most {@value #MOST} ranges of about equally many values, so that splits are found by counting. */
record Bins(double[][] bounds) {

    static final int MOST = 32;

    static Bins of(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[][] bounds = new double[columns][];
        for (int c = 0; c < columns; c++) {
            double[] column = Numbers.column(rows, c);
            Arrays.sort(column);
            bounds[c] = bounds(column);
        }
        return new Bins(bounds);
    }

    /** Midway between neighbouring values. */
    private static double[] bounds(double[] sorted) {
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        boolean few = distinct.length <= MOST;
        double[] from = few ? distinct : sorted;
        int ranges = few ? distinct.length : MOST;
        double[] bounds = new double[ranges - 1];
        for (int i = 1; i < ranges; i++) {
            int at = (int) ((long) i * from.length / ranges);
            bounds[i - 1] = (from[at - 1] + from[at]) / 2;
        }
        return Arrays.stream(bounds).distinct().toArray();
    }

    int columns() {
        return bounds.length;
    }

    /** By column, then row. */
    byte[][] cut(double[][] rows) {
        byte[][] cut = new byte[columns()][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < cut.length; c++) {
                cut[c][r] = bin(c, rows[r][c]);
            }
        }
        return cut;
    }

    private byte bin(int column, double value) {
        int at = Arrays.binarySearch(bounds[column], value);
        return (byte) (at >= 0 ? at + 1 : -at - 1);
    }
}
