package dev.skyline.dl4j.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Arrays;

/**
 * The pixels that a convolution with "same" padding reads, as a matrix: a row for each value of a kernel (channel, row,
 * column), a column for each pixel of the result.
 */
final class Patches {

    private final int channels;
    private final int height;
    private final int width;
    private final int outHeight;
    private final int outWidth;
    private final int kernel;
    private final int stride;

    /**
     * @param in images of the batch
     * @param out in the shape of the convolution's result
     */
    Patches(INDArray in, INDArray out, int kernel, int stride) {
        this.channels = (int) in.size(1);
        this.height = (int) in.size(2);
        this.width = (int) in.size(3);
        this.outHeight = (int) out.size(2);
        this.outWidth = (int) out.size(3);
        this.kernel = kernel;
        this.stride = stride;
    }

    int valuesPerSample() {
        return channels * height * width;
    }

    int rows() {
        return channels * kernel * kernel;
    }

    int columns() {
        return outHeight * outWidth;
    }

    void write(float[] image, float[] matrix) {
        int top = padding(height, outHeight);
        int left = padding(width, outWidth);
        int at = 0;
        for (int channel = 0; channel < channels; channel++) {
            for (int down = -top; down < kernel - top; down++) {
                for (int right = -left; right < kernel - left; right++) {
                    for (int y = 0; y < outHeight; y++, at += outWidth) {
                        int row = y * stride + down;
                        if (row < 0 || row >= height) {
                            Arrays.fill(matrix, at, at + outWidth, 0);
                        } else {
                            writeRow(image, (channel * height + row) * width, right, matrix, at);
                        }
                    }
                }
            }
        }
    }

    private void writeRow(float[] image, int row, int right, float[] matrix, int at) {
        for (int x = 0; x < outWidth; x++) {
            int column = x * stride + right;
            matrix[at + x] = column < 0 || column >= width ? 0 : image[row + column];
        }
    }

    /** Pixels of padding before the first, one fewer than after the last where they are odd. */
    private int padding(int pixels, int outPixels) {
        return Math.max(0, (outPixels - 1) * stride + kernel - pixels) / 2;
    }
}
