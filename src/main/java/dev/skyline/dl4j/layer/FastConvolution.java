package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Collection;

/** DL4J's convolution with its parameters in their places, computed natively. */
final class FastConvolution extends ConvolutionLayer {

    private static final long serialVersionUID = 1L;

    private final int groups;
    private final boolean first;
    private final transient Scratch scratch;

    /**
     * @param settings whose inputs are those of one group
     * @param first whether it reads the samples themselves, so that nobody wants its gradient by its input
     */
    FastConvolution(Builder settings, int groups, boolean first, Scratch scratch) {
        super(settings);
        this.groups = groups;
        this.first = first;
        this.scratch = scratch;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initializeParameters,
            DataType type) {
        ConvolvingLayer layer = layer(configuration, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(configuration, parameters, initializeParameters));
        return layer;
    }

    private ConvolvingLayer layer(NeuralNetConfiguration configuration, DataType type) {
        int kernel = getKernelSize()[0];
        int stride = getStride()[0];
        if (groups > 1 || !NativeOperation.isRight(kernel, stride, getDilation()[0])) {
            return new PatchConvolution(configuration, type, groups, scratch);
        }
        NativeOperation forward = NativeOperation.convolution("conv2d", kernel, stride);
        NativeOperation backward = NativeOperation.convolution("conv2d_bp", kernel, stride);
        return first
                ? new FirstConvolution(configuration, type, forward, backward, scratch)
                : new WindowLayer(configuration, type, forward, backward);
    }
}
