package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An {@link Operation} in its place in a graph. */
@SuppressWarnings("overrides") // of DL4J's base class
final class RunningOperation extends BaseGraphVertex {

    private static final long serialVersionUID = 1L;

    private final transient Operation operation;

    RunningOperation(ComputationGraph graph, String name, int index, Operation operation, DataType type) {
        super(graph, name, index, null, null, type);
        this.operation = operation;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        return operation.forward(inputs, training, workspaces);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        return new Pair<>(null, operation.backward(inputs, epsilon, workspaces));
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray view) {
        if (view != null) {
            throw new IllegalArgumentException(vertexName + " has no weights");
        }
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArrays(INDArray[] masks, MaskState state, int batchSize) {
        return new Pair<>(null, state);
    }

    @Override
    public boolean hasLayer() {
        return false;
    }

    @Override
    public Layer getLayer() {
        return null;
    }

    @Override
    public String toString() {
        return vertexName + " (" + operation.getClass().getSimpleName() + ")";
    }
}
