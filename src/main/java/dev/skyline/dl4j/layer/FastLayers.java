package dev.skyline.dl4j.layer;

import dev.skyline.network.Layer.Activation.Function;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.lossfunctions.ILossFunction;

import java.util.function.Supplier;

/** The layers that trainings use. One instance serves one graph, whose layers share its scratch memory. */
public final class FastLayers implements LayerKinds {

    private final Scratch scratch = new Scratch();

    @Override
    public void convolution(Place place, ConvolutionLayer.Builder settings, int groups) {
        place.put(new FastConvolution(settings, groups, place.isFirst(), scratch));
    }

    @Override
    public void depthwiseConvolution(Place place, DepthwiseConvolution2D.Builder settings) {
        place.put(new FastDepthwiseConvolution(settings));
    }

    @Override
    public void batchNorm(Place place, int channels, double epsilon) {
        place.put(new FastBatchNorm(channels, epsilon, scratch));
    }

    @Override
    public void activation(Place place, Function function) {
        put(place, () -> operation(function));
    }

    private Operation operation(Function function) {
        return switch (function) {
            case RELU -> new Relu(scratch);
            case RELU6 -> new Bent(Bend.RELU6, scratch);
            case LEAKY_RELU -> new Bent(Bend.LEAKY_RELU, scratch);
            case TANH -> new Curve(Tanh::new, y -> 1 - y * y, scratch);
            case SIGMOID -> new Curve(Sigmoid::new, y -> y * (1 - y), scratch);
            case HARD_SIGMOID -> new Bent(Bend.HARD_SIGMOID, scratch);
            case SWISH -> new Swish(scratch);
            case HARD_SWISH -> new Bent(Bend.HARD_SWISH, scratch);
        };
    }

    @Override
    public void maxPooling(Place place, int kernel, int stride) {
        put(place, () -> new Pooling("maxpool2d", kernel, stride));
    }

    @Override
    public void averagePooling(Place place, int kernel, int stride) {
        put(place, () -> new Pooling("avgpool2d", kernel, stride));
    }

    @Override
    public void globalAverage(Place place) {
        put(place, () -> new GlobalAverage(scratch));
    }

    @Override
    public void globalMaximum(Place place) {
        put(place, () -> new GlobalMaximum(scratch));
    }

    @Override
    public void flatten(Place place) {
        put(place, Flatten::new);
    }

    @Override
    public void dropout(Place place, double rate) {
        put(place, () -> new Dropout(rate, place.seed(), scratch));
    }

    @Override
    public void add(Place place) {
        put(place, () -> new Add(scratch));
    }

    @Override
    public void scale(Place place) {
        put(place, () -> new Scale(scratch));
    }

    @Override
    public void resize(Place place, int height, int width) {
        put(place, () -> new Resize(height, width, scratch));
    }

    @Override
    public void truncate(Place place, int channels) {
        put(place, () -> new Truncate(channels, scratch));
    }

    @Override
    public void zero(Place place) {
        put(place, Zero::new);
    }

    @Override
    public ILossFunction crossEntropy() {
        return new CrossEntropy();
    }

    private static void put(Place place, Supplier<Operation> operation) {
        place.put(new OperationVertex(operation));
    }
}
