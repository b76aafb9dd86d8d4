package dev.skyline.hardware.lookup;

import java.util.Collection;
import java.util.Map;

/**
 * Rows as points: the logarithms of their operations and of the values that they move, against that of their ms.
 *
 * @param x [row][feature]
 * @param y logarithm of the ms
 */
record Samples(double[][] x, double[] y) {

    static final int FEATURES = 2;

    /** @param rows that cost something */
    static Samples of(Collection<Map.Entry<OperatorKey, LookupRow>> rows) {
        return new Samples(
                rows.stream().map(row -> features(row.getKey())).toArray(double[][]::new),
                rows.stream().mapToDouble(row -> Math.log(row.getValue().ms())).toArray());
    }

    static double[] features(OperatorKey key) {
        return new double[] {Math.log1p(key.operations()), Math.log1p(key.activations() + (double) key.weights())};
    }

    int size() {
        return y.length;
    }
}
