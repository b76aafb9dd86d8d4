package dev.skyline.dl4j.layer;

/**
 * Loops over arrays from the first value on, one statement each: the form that the JVM's compiler turns into vector
 * instructions. A start other than 0, or two results in one loop, and it does not.
 */
final class Loops {

    private Loops() {}

    static void add(float[] to, float[] x, int size) {
        for (int i = 0; i < size; i++) {
            to[i] += x[i];
        }
    }

    static void subtract(float[] from, float[] x, int size) {
        for (int i = 0; i < size; i++) {
            from[i] -= x[i];
        }
    }

    static void multiply(float[] to, float[] x, int size) {
        for (int i = 0; i < size; i++) {
            to[i] *= x[i];
        }
    }

    static void scale(float[] to, float factor, int size) {
        for (int i = 0; i < size; i++) {
            to[i] *= factor;
        }
    }

    static void addProducts(float[] to, float[] x, float[] y, int size) {
        for (int i = 0; i < size; i++) {
            to[i] += x[i] * y[i];
        }
    }

    static void scaleAndShift(float[] x, float[] factor, float[] offset, int size) {
        for (int i = 0; i < size; i++) {
            x[i] = x[i] * factor[i] + offset[i];
        }
    }
}
