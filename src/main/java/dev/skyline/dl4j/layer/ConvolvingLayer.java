package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What convolutions have in common, whoever computes them: a kernel, maybe a bias, and "same" padding. */
abstract class ConvolvingLayer extends BaseLayer<ConvolutionLayer> {

    private static final long serialVersionUID = 1L;

    ConvolvingLayer(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    INDArray kernel() {
        return params.get(ConvolutionParamInitializer.WEIGHT_KEY);
    }

    INDArray bias() {
        return params.get(ConvolutionParamInitializer.BIAS_KEY);
    }

    INDArray kernelGradient() {
        return gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY);
    }

    INDArray biasGradient() {
        return gradientViews.get(ConvolutionParamInitializer.BIAS_KEY);
    }

    /** The gradients, which are written where they belong, by parameter. */
    Gradient gradientByParameter() {
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, kernelGradient());
        if (hasBias()) {
            gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY, biasGradient());
        }
        return gradient;
    }

    INDArray output(INDArray in, LayerWorkspaceMgr workspaces) {
        return Outputs.activations(
                workspaces, in.size(0), layerConf().getNOut(), strided(in.size(2)), strided(in.size(3)));
    }

    private long strided(long pixels) {
        int stride = layerConf().getStride()[0];
        return (pixels + stride - 1) / stride;
    }

    @Override
    public boolean hasBias() {
        return layerConf().hasBias();
    }

    @Override
    public Type type() {
        return Type.CONVOLUTIONAL;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
