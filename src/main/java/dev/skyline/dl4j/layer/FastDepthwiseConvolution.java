package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Collection;

/** DL4J's depthwise convolution with its parameters in their places, computed natively. */
final class FastDepthwiseConvolution extends DepthwiseConvolution2D {

    private static final long serialVersionUID = 1L;

    FastDepthwiseConvolution(Builder settings) {
        super(settings);
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
        WindowLayer layer = new WindowLayer(
                configuration,
                type,
                NativeOperation.depthwise("depthwise_conv2d", kernel, stride),
                NativeOperation.depthwise("depthwise_conv2d_bp", kernel, stride));
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(configuration, parameters, initializeParameters));
        return layer;
    }
}
