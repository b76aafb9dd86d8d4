package dev.skyline.dl4j.layer;

import java.util.Arrays;

/**
 * Heap arrays that the layers of one graph share, since one layer runs at a time. Their content does not outlast the
 * call that asked for them.
 */
final class Scratch {

    /** Values worked on at a time where samples do not matter: two arrays of it fit the first-level cache. */
    static final int CHUNK = 4096;

    private float[][] arrays = new float[8][0];

    /** At least this long; an array of another number is another array. */
    float[] array(int number, int size) {
        if (arrays[number].length < size) {
            arrays[number] = new float[size];
        }
        return arrays[number];
    }

    /** The same, its first values zero. */
    float[] zeros(int number, int size) {
        float[] array = array(number, size);
        Arrays.fill(array, 0, size, 0);
        return array;
    }
}
