package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;

/** The sum of arrays of one shape. */
final class Add implements Operation {

    private final Scratch scratch;

    Add(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray output = Outputs.activations(workspaces, inputs[0].shape());
        FloatBuffer[] from = new FloatBuffer[inputs.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = Floats.of(Floats.contiguous(inputs[i]));
        }
        FloatBuffer to = Floats.of(output);
        for (int at = 0, size; at < to.limit(); at += size) {
            size = Math.min(Scratch.CHUNK, to.limit() - at);
            float[] sum = scratch.array(0, size);
            float[] x = scratch.array(1, size);
            from[0].get(at, sum, 0, size);
            for (int i = 1; i < from.length; i++) {
                from[i].get(at, x, 0, size);
                Loops.add(sum, x, size);
            }
            to.put(at, sum, 0, size);
        }
        return output;
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        INDArray[] results = new INDArray[inputs.length];
        FloatBuffer from = Floats.of(Floats.contiguous(gradient));
        for (int i = 0; i < results.length; i++) {
            results[i] = Outputs.gradient(workspaces, gradient.shape());
            Floats.of(results[i]).put(from.duplicate());
        }
        return results;
    }
}
