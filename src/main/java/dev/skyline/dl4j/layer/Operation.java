package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A function without weights, in a training graph. One instance serves one place of one graph. */
interface Operation {

    /** The result, in the workspace of activations. */
    INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces);

    /**
     * The loss's gradient by each input, each in an array of its own (the graph adds to them) in the workspace of
     * gradients.
     *
     * @param gradient the loss's gradient by the result
     */
    INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces);
}
