package dev.skyline.dataset.importing;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The pixels of one image.
 *
 * @param grey whether red, green and blue are equal everywhere
 * @param values red, green and blue, each [row][column]
 */
record DecodedImage(int width, int height, boolean grey, byte[] values) {

    /** From 0 to 255, by the number of the pixel: rows from top to bottom, each from left to right. */
    static DecodedImage of(int width, int height, IntUnaryOperator red, IntUnaryOperator green, IntUnaryOperator blue) {
        int plane = width * height;
        byte[] values = new byte[3 * plane];
        boolean grey = true;
        for (int i = 0; i < plane; i++) {
            values[i] = (byte) red.applyAsInt(i);
            values[plane + i] = (byte) green.applyAsInt(i);
            values[2 * plane + i] = (byte) blue.applyAsInt(i);
            grey &= values[i] == values[plane + i] && values[i] == values[2 * plane + i];
        }
        return new DecodedImage(width, height, grey, values);
    }

    /** @param channels 3, or 1 of a grey image */
    byte[] values(int channels) {
        return channels == 3 ? values : Arrays.copyOf(values, width * height);
    }

    boolean isOfSize(DecodedImage other) {
        return width == other.width && height == other.height;
    }

    String size() {
        return width + "×" + height;
    }
}
