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

    private final boolean first;
    private final transient Scratch scratch;

    /** @param first whether it reads the samples themselves, so that nobody wants its gradient by its input */
    FastConvolution(Builder settings, boolean first, Scratch scratch) {
        super(settings);
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
        int kernel = getKernelSize()[0];
        int stride = getStride()[0];
        NativeOperation forward = NativeOperation.convolution("conv2d", kernel, stride);
        NativeOperation backward = NativeOperation.convolution("conv2d_bp", kernel, stride);
        WindowLayer layer = first
                ? new FirstConvolution(configuration, type, forward, backward, scratch)
                : new WindowLayer(configuration, type, forward, backward);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(configuration, parameters, initializeParameters));
        return layer;
    }
}
