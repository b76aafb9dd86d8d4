package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Who makes the layers of a graph where there is a choice: the seam at which DL4J's own can stand beside the fast ones.
 * Parameters of both have the same places, so what one graph has learnt can be set to the other.
 */
public interface LayerKinds {

    void convolution(Place place, ConvolutionLayer.Builder settings);

    void depthwiseConvolution(Place place, DepthwiseConvolution2D.Builder settings);

    void batchNorm(Place place, int channels, double epsilon);

    void relu(Place place);

    void tanh(Place place);

    void sigmoid(Place place);

    void maxPooling(Place place, int kernel, int stride);

    void averagePooling(Place place, int kernel, int stride);

    void globalAverage(Place place);

    void flatten(Place place);

    /** @param rate share of the values that are dropped */
    void dropout(Place place, double rate);

    void add(Place place);

    void zero(Place place);

    /** Cross-entropy of scores before softmax. */
    ILossFunction crossEntropy();
}
