package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Zeros in the shape of the input; no gradient passes. */
final class Zero implements Operation {

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        return workspaces.create(ArrayType.ACTIVATIONS, DataType.FLOAT, inputs[0].shape(), 'c');
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        return new INDArray[] {workspaces.create(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, inputs[0].shape(), 'c')};
    }
}
