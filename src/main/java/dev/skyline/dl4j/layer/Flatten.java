package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Images to vectors, channel by channel. Copies, because a layer may overwrite its input where nobody else reads it, and
 * a view would hide who reads it.
 */
final class Flatten implements Operation {

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        long samples = inputs[0].size(0);
        return copied(inputs[0], Outputs.activations(workspaces, samples, inputs[0].length() / samples));
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        return new INDArray[] {copied(gradient, Outputs.gradient(workspaces, inputs[0].shape()))};
    }

    private static INDArray copied(INDArray from, INDArray to) {
        Floats.of(to).put(Floats.of(Floats.contiguous(from)));
        return to;
    }
}
