package dev.skyline.dl4j;

import dev.skyline.dl4j.layer.FastLayers;
import dev.skyline.dl4j.layer.LayerKinds;
import dev.skyline.dl4j.layer.Place;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** DL4J's own layers, as it comes. It has none that gives zeros, nor one that only flattens; those are ours. */
final class BuiltInLayers implements LayerKinds {

    private final FastLayers ours = new FastLayers();

    @Override
    public void convolution(Place place, ConvolutionLayer.Builder settings) {
        place.put(settings.build());
    }

    @Override
    public void depthwiseConvolution(Place place, DepthwiseConvolution2D.Builder settings) {
        place.put(settings.build());
    }

    @Override
    public void batchNorm(Place place, int channels, double epsilon) {
        place.put(new BatchNormalization.Builder()
                .nIn(channels)
                .nOut(channels)
                .eps(epsilon)
                .useLogStd(false)
                .build());
    }

    @Override
    public void relu(Place place) {
        place.put(new ActivationLayer(Activation.RELU));
    }

    @Override
    public void tanh(Place place) {
        place.put(new ActivationLayer(Activation.TANH));
    }

    @Override
    public void sigmoid(Place place) {
        place.put(new ActivationLayer(Activation.SIGMOID));
    }

    @Override
    public void maxPooling(Place place, int kernel, int stride) {
        pooling(place, PoolingType.MAX, kernel, stride);
    }

    @Override
    public void averagePooling(Place place, int kernel, int stride) {
        pooling(place, PoolingType.AVG, kernel, stride);
    }

    private static void pooling(Place place, PoolingType type, int kernel, int stride) {
        place.put(new SubsamplingLayer.Builder(type)
                .kernelSize(kernel, kernel)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Same)
                .build());
    }

    @Override
    public void globalAverage(Place place) {
        place.put(new GlobalPoolingLayer(PoolingType.AVG));
    }

    @Override
    public void flatten(Place place) {
        ours.flatten(place);
    }

    @Override
    public void dropout(Place place, double rate) {
        place.put(new DropoutLayer(1 - rate));
    }

    @Override
    public void add(Place place) {
        place.put(new ElementWiseVertex(ElementWiseVertex.Op.Add));
    }

    @Override
    public void zero(Place place) {
        ours.zero(place);
    }

    @Override
    public ILossFunction crossEntropy() {
        return new LossMCXENT();
    }
}
