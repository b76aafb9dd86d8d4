package dev.skyline.dl4j.layer;

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
    public void convolution(Place place, ConvolutionLayer.Builder settings) {
        place.put(new FastConvolution(settings, place.isFirst(), scratch));
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
    public void relu(Place place) {
        put(place, () -> new Relu(scratch));
    }

    @Override
    public void tanh(Place place) {
        put(place, () -> new Curve(Tanh::new, y -> 1 - y * y, scratch));
    }

    @Override
    public void sigmoid(Place place) {
        put(place, () -> new Curve(Sigmoid::new, y -> y * (1 - y), scratch));
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
