package dev.skyline.dl4j.layer;

import dev.skyline.network.Layer.Activation.Function;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Who makes the layers of a graph where there is a choice: the seam at which DL4J's own can stand beside the fast ones.
 * Parameters of both have the same places, so what one graph has learnt can be set to the other.
 */
public interface LayerKinds {

    /** @param settings whose inputs are those of one group */
    void convolution(Place place, ConvolutionLayer.Builder settings, int groups);

    /** @param settings of a window that {@link #isNative} */
    void depthwiseConvolution(Place place, DepthwiseConvolution2D.Builder settings);

    void batchNorm(Place place, int channels, double epsilon);

    void activation(Place place, Function function);

    void maxPooling(Place place, int kernel, int stride);

    void averagePooling(Place place, int kernel, int stride);

    void globalAverage(Place place);

    void globalMaximum(Place place);

    void flatten(Place place);

    /** @param rate share of the values that are dropped */
    void dropout(Place place, double rate);

    void add(Place place);

    void scale(Place place);

    void resize(Place place, int height, int width);

    void truncate(Place place, int channels);

    void zero(Place place);

    /** Whether ND4J itself can convolve with such a window; {@link #convolution} can with any. */
    static boolean isNative(int kernel, int stride, int dilation) {
        return NativeOperation.isRight(kernel, stride, dilation);
    }

    /** Cross-entropy of scores before softmax. */
    ILossFunction crossEntropy();
}
