package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
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
    private final int dilation;

    /**
     * @param in images of the batch
     * @param out in the shape of the convolution's result
     */
    Patches(INDArray in, INDArray out, ConvolutionLayer settings) {
        this.channels = (int) in.size(1);
        this.height = (int) in.size(2);
        this.width = (int) in.size(3);
        this.outHeight = (int) out.size(2);
        this.outWidth = (int) out.size(3);
        this.kernel = settings.getKernelSize()[0];
        this.stride = settings.getStride()[0];
        this.dilation = settings.getDilation()[0];
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

    int values() {
        return rows() * columns();
    }

    /** The matrix of one image. */
    void write(float[] image, float[] matrix) {
        int at = 0;
        for (int channel = 0; channel < channels; channel++) {
            for (int down = top(); down < top() + extent(); down += dilation) {
                for (int right = left(); right < left() + extent(); right += dilation) {
                    int begin = begin(right);
                    int end = end(right, begin);
                    for (int y = 0; y < outHeight; y++, at += outWidth) {
                        int row = y * stride + down;
                        if (row < 0 || row >= height) {
                            Arrays.fill(matrix, at, at + outWidth, 0);
                        } else {
                            Arrays.fill(matrix, at, at + begin, 0);
                            read(image, (channel * height + row) * width + right, matrix, at, begin, end);
                            Arrays.fill(matrix, at + end, at + outWidth, 0);
                        }
                    }
                }
            }
        }
    }

    private void read(float[] image, int from, float[] matrix, int at, int begin, int end) {
        if (stride == 1 && begin < end) {
            System.arraycopy(image, from + begin, matrix, at + begin, end - begin);
            return;
        }
        for (int x = begin; x < end; x++) {
            matrix[at + x] = image[from + x * stride];
        }
    }

    /** Adds each value of a matrix to the pixel of the image that it stands for. */
    void add(float[] matrix, float[] image) {
        int at = 0;
        for (int channel = 0; channel < channels; channel++) {
            for (int down = top(); down < top() + extent(); down += dilation) {
                for (int right = left(); right < left() + extent(); right += dilation) {
                    int begin = begin(right);
                    int end = end(right, begin);
                    for (int y = 0; y < outHeight; y++, at += outWidth) {
                        int row = y * stride + down;
                        int from = (channel * height + row) * width + right;
                        for (int x = begin; x < end && row >= 0 && row < height; x++) {
                            image[from + x * stride] += matrix[at + x];
                        }
                    }
                }
            }
        }
    }

    /** The first column of the result whose pixel, that far to the right, is none of padding. */
    private int begin(int right) {
        return Math.min(Math.max(0, -Math.floorDiv(right, stride)), outWidth);
    }

    /** The column after the last such. */
    private int end(int right, int begin) {
        return Math.min(Math.max(begin, Math.floorDiv(width - 1 - right, stride) + 1), outWidth);
    }

    private int extent() {
        return (kernel - 1) * dilation + 1;
    }

    private int top() {
        return -padding(height, outHeight);
    }

    private int left() {
        return -padding(width, outWidth);
    }

    /** Pixels of padding before the first, one fewer than after the last where they are odd. */
    private int padding(int pixels, int outPixels) {
        return Math.max(0, (outPixels - 1) * stride + extent() - pixels) / 2;
    }
}
