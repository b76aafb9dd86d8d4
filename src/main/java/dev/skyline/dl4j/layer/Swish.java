package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.factory.Nd4j;

import java.nio.FloatBuffer;

/** Each value times its sigmoid, which ND4J computes. */
final class Swish implements Operation {

    private final Scratch scratch;

    Swish(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray input = Floats.contiguous(inputs[0]);
        INDArray output = Outputs.activations(workspaces, input.shape());
        Nd4j.getExecutioner().exec(new Sigmoid(input, output));
        FloatBuffer from = Floats.of(input);
        FloatBuffer to = Floats.of(output);
        for (int at = 0, size; at < to.limit(); at += size) {
            size = Math.min(Scratch.CHUNK, to.limit() - at);
            float[] x = scratch.array(0, size);
            float[] y = scratch.array(1, size);
            from.get(at, x, 0, size);
            to.get(at, y, 0, size);
            Loops.multiply(y, x, size);
            to.put(at, y, 0, size);
        }
        return output;
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        INDArray input = Floats.contiguous(inputs[0]);
        INDArray result = Outputs.gradient(workspaces, input.shape());
        Nd4j.getExecutioner().exec(new Sigmoid(input, result));
        FloatBuffer values = Floats.of(input);
        FloatBuffer from = Floats.of(Floats.contiguous(gradient));
        FloatBuffer to = Floats.of(result);
        for (int at = 0, size; at < to.limit(); at += size) {
            size = Math.min(Scratch.CHUNK, to.limit() - at);
            float[] x = scratch.array(0, size);
            float[] y = scratch.array(1, size);
            float[] g = scratch.array(2, size);
            values.get(at, x, 0, size);
            to.get(at, y, 0, size);
            from.get(at, g, 0, size);
            for (int i = 0; i < size; i++) {
                g[i] *= y[i] * (1 + x[i] * (1 - y[i]));
            }
            to.put(at, g, 0, size);
        }
        return new INDArray[] {result};
    }
}
