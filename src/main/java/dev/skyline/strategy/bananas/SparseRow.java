package dev.skyline.strategy.bananas;

import java.util.stream.IntStream;

/** The entries of a vector that are not zero, by ascending index: a few of many in one-hot and path encodings. */
record SparseRow(int[] index, float[] value) {

    static SparseRow of(double[] dense) {
        int[] index =
                IntStream.range(0, dense.length).filter(i -> dense[i] != 0).toArray();
        float[] value = new float[index.length];
        for (int k = 0; k < index.length; k++) {
            value[k] = (float) dense[index[k]];
        }
        return new SparseRow(index, value);
    }
}
