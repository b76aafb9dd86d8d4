package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Maximum or average of a window; padding does not count. */
final class Pooling implements Operation {

    private final NativeOperation forward;
    private final NativeOperation backward;
    private final int stride;

    /** @param name of ND4J's operation */
    Pooling(String name, int kernel, int stride) {
        this.forward = NativeOperation.pooling(name, kernel, stride);
        this.backward = NativeOperation.pooling(name + "_bp", kernel, stride);
        this.stride = stride;
    }

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray input = Floats.contiguous(inputs[0]);
        INDArray output = Outputs.activations(
                workspaces, input.size(0), input.size(1), strided(input.size(2)), strided(input.size(3)));
        forward.run(new INDArray[] {input}, output);
        return output;
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        INDArray input = Floats.contiguous(inputs[0]);
        INDArray result = Outputs.gradient(workspaces, input.shape());
        backward.run(new INDArray[] {input, Floats.contiguous(gradient)}, result);
        return new INDArray[] {result};
    }

    private long strided(long pixels) {
        return (pixels + stride - 1) / stride;
    }
}
