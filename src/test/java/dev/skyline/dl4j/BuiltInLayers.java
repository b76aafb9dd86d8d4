package dev.skyline.dl4j;

import dev.skyline.dl4j.layer.FastLayers;
import dev.skyline.dl4j.layer.LayerKinds;
import dev.skyline.dl4j.layer.Place;
import dev.skyline.network.Layer.Activation.Function;
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
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** DL4J's own layers, as it comes. What it does not have is ours. */
final class BuiltInLayers implements LayerKinds {

    private final FastLayers ours = new FastLayers();

    @Override
    public void convolution(Place place, ConvolutionLayer.Builder settings, int groups) {
        if (groups > 1) {
            ours.convolution(place, settings, groups);
        } else {
            place.put(settings.build());
        }
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
    public void activation(Place place, Function function) {
        switch (function) {
            case RELU -> place.put(new ActivationLayer(Activation.RELU));
            case RELU6 -> place.put(new ActivationLayer(Activation.RELU6));
            case LEAKY_RELU -> place.put(new ActivationLayer(new ActivationLReLU(0.01)));
            case TANH -> place.put(new ActivationLayer(Activation.TANH));
            case SIGMOID -> place.put(new ActivationLayer(Activation.SIGMOID));
            case SWISH -> place.put(new ActivationLayer(Activation.SWISH));
            case HARD_SIGMOID, HARD_SWISH -> ours.activation(place, function);
        }
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
    public void globalMaximum(Place place) {
        place.put(new GlobalPoolingLayer(PoolingType.MAX));
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
    public void scale(Place place) {
        ours.scale(place);
    }

    @Override
    public void resize(Place place, int height, int width) {
        ours.resize(place, height, width);
    }

    @Override
    public void truncate(Place place, int channels) {
        ours.truncate(place, channels);
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
