package dev.skyline.strategy.gaussian;

import java.util.Arrays;

/**
 * Lower triangular L with L·Lᵀ = K, by rows. Rows are only ever added, so what is computed for a beginning stays true.
 * Immutable; a grown one shares its rows.
 */
record Cholesky(double[][] rows) {

    /** Pivots below this are rounding errors of a singular matrix. */
    private static final double LEAST_PIVOT = 1e-10;

    static final Cholesky NONE = new Cholesky(new double[0][]);

    /** Gives the first i + 1 entries of row i of K, for rows not yet there. */
    interface Rows {
        double[] of(int row);
    }

    int size() {
        return rows.length;
    }

    /** O(size²) for each row that is added. */
    Cholesky grownTo(int size, Rows matrix) {
        double[][] grown = Arrays.copyOf(rows, size);
        for (int i = rows.length; i < size; i++) {
            double[] row = matrix.of(i);
            for (int j = 0; j < i; j++) {
                row[j] = (row[j] - dot(row, grown[j], j)) / grown[j][j];
            }
            row[i] = Math.sqrt(Math.max(row[i] - dot(row, row, i), LEAST_PIVOT));
            grown[i] = row;
        }
        return new Cholesky(grown);
    }

    /** That of the first rows and columns of K. */
    Cholesky beginning(int size) {
        return new Cholesky(Arrays.copyOf(rows, size));
    }

    /** x with L·x = b; b may be shorter than L, x is as long. O(n²). */
    double[] solve(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - dot(rows[i], x, i)) / rows[i][i];
        }
        return x;
    }

    /** x with Lᵀ·x = b. O(n²). */
    double[] solveTransposed(double[] b) {
        double[] x = b.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= rows[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= rows[i][j] * x[i];
            }
        }
        return x;
    }

    /** Half the logarithm of K's determinant. */
    double logDeterminantHalf() {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += Math.log(rows[i][i]);
        }
        return sum;
    }

    /** K⁻¹, of which the lower triangle is filled. O(n³). */
    double[][] inverse() {
        int n = rows.length;
        double[][] inverted = new double[n][];
        for (int column = 0; column < n; column++) {
            double[] x = new double[n - column];
            x[0] = 1 / rows[column][column];
            for (int i = column + 1; i < n; i++) {
                x[i - column] = -dot(rows[i], column, x, 0, i - column) / rows[i][i];
            }
            inverted[column] = x;
        }
        double[][] result = new double[n][];
        for (int i = 0; i < n; i++) {
            result[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                result[i][j] = dot(inverted[i], 0, inverted[j], i - j, n - i);
            }
        }
        return result;
    }

    /** Of the first entries. */
    static double dot(double[] a, double[] b, int length) {
        return dot(a, 0, b, 0, length);
    }

    /** Four sums side by side: twice as fast as one, whose additions wait for each other. */
    private static double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i < length - 3; i += 4) {
            s0 += a[aFrom + i] * b[bFrom + i];
            s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
            s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
            s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < length; i++) {
            s0 += a[aFrom + i] * b[bFrom + i];
        }
        return s0 + s1 + s2 + s3;
    }
}
