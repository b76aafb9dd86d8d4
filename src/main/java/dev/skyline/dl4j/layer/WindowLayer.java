package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution, of all channels or each by itself, by two native operations. */
class WindowLayer extends BaseLayer<ConvolutionLayer> {

    private static final long serialVersionUID = 1L;

    private final transient NativeOperation forward;
    private final transient NativeOperation backward;
    private final int stride;

    WindowLayer(
            NeuralNetConfiguration configuration, DataType type, NativeOperation forward, NativeOperation backward) {
        super(configuration, type);
        this.forward = forward;
        this.backward = backward;
        this.stride = layerConf().getStride()[0];
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray in = Floats.contiguous(input);
        INDArray kernel = params.get(ConvolutionParamInitializer.WEIGHT_KEY);
        INDArray out = Outputs.activations(
                workspaces, in.size(0), layerConf().getNOut(), strided(in.size(2)), strided(in.size(3)));
        forward.run(hasBias() ? new INDArray[] {in, kernel, bias()} : new INDArray[] {in, kernel}, out);
        return out;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray in = Floats.contiguous(input);
        INDArray out = Floats.contiguous(epsilon);
        INDArray kernel = params.get(ConvolutionParamInitializer.WEIGHT_KEY);
        INDArray kernelGradient = gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY);
        INDArray result = Outputs.gradient(workspaces, in.shape());
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, kernelGradient);
        if (hasBias()) {
            INDArray biasGradient = gradientViews.get(ConvolutionParamInitializer.BIAS_KEY);
            gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY, biasGradient);
            backward.run(new INDArray[] {in, kernel, bias(), out}, result, kernelGradient, biasGradient);
        } else {
            backward.run(new INDArray[] {in, kernel, out}, result, kernelGradient);
        }
        return new Pair<>(gradient, result);
    }

    private INDArray bias() {
        return params.get(ConvolutionParamInitializer.BIAS_KEY);
    }

    private long strided(long pixels) {
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
