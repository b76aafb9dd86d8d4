package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;

/** An activation function made of pieces, of each value. */
final class Bent implements Operation {

    private final Bend function;
    private final Scratch scratch;

    Bent(Bend function, Scratch scratch) {
        this.function = function;
        this.scratch = scratch;
    }

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray output = Outputs.activations(workspaces, inputs[0].shape());
        FloatBuffer from = Floats.of(Floats.contiguous(inputs[0]));
        FloatBuffer to = Floats.of(output);
        for (int at = 0, size; at < to.limit(); at += size) {
            size = Math.min(Scratch.CHUNK, to.limit() - at);
            float[] x = scratch.array(0, size);
            from.get(at, x, 0, size);
            function.values(x, size);
            to.put(at, x, 0, size);
        }
        return output;
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        INDArray result = Outputs.gradient(workspaces, inputs[0].shape());
        FloatBuffer values = Floats.of(Floats.contiguous(inputs[0]));
        FloatBuffer from = Floats.of(Floats.contiguous(gradient));
        FloatBuffer to = Floats.of(result);
        for (int at = 0, size; at < to.limit(); at += size) {
            size = Math.min(Scratch.CHUNK, to.limit() - at);
            float[] x = scratch.array(0, size);
            float[] g = scratch.array(1, size);
            values.get(at, x, 0, size);
            from.get(at, g, 0, size);
            function.slopes(x, size);
            Loops.multiply(g, x, size);
            to.put(at, g, 0, size);
        }
        return new INDArray[] {result};
    }
}
