package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution, of all channels or each by itself, by two native operations. */
class WindowLayer extends ConvolvingLayer {

    private static final long serialVersionUID = 1L;

    private final transient NativeOperation forward;
    private final transient NativeOperation backward;

    WindowLayer(
            NeuralNetConfiguration configuration, DataType type, NativeOperation forward, NativeOperation backward) {
        super(configuration, type);
        this.forward = forward;
        this.backward = backward;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray in = Floats.contiguous(input);
        INDArray out = output(in, workspaces);
        forward.run(hasBias() ? new INDArray[] {in, kernel(), bias()} : new INDArray[] {in, kernel()}, out);
        return out;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray in = Floats.contiguous(input);
        INDArray out = Floats.contiguous(epsilon);
        INDArray result = Outputs.gradient(workspaces, in.shape());
        if (hasBias()) {
            backward.run(new INDArray[] {in, kernel(), bias(), out}, result, kernelGradient(), biasGradient());
        } else {
            backward.run(new INDArray[] {in, kernel(), out}, result, kernelGradient());
        }
        return new Pair<>(gradientByParameter(), result);
    }
}
