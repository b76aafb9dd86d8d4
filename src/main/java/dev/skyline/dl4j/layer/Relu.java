package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** The larger of the value and 0. */
final class Relu implements Operation {

    private final Scratch scratch;
    private final int[] x = new int[Scratch.CHUNK];
    private final int[] g = new int[Scratch.CHUNK];

    Relu(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray input = Floats.contiguous(inputs[0]);
        INDArray output = Outputs.activations(workspaces, input.shape());
        FloatBuffer from = Floats.of(input);
        FloatBuffer to = Floats.of(output);
        for (int at = 0, size; at < from.limit(); at += size) {
            size = Math.min(Scratch.CHUNK, from.limit() - at);
            float[] x = scratch.array(0, size);
            from.get(at, x, 0, size);
            keepPositive(x, size);
            to.put(at, x, 0, size);
        }
        return output;
    }

    /**
     * Works on the bits of the numbers: those of a positive one are a positive integer, and the mask made of that sign
     * needs no branch, which half-and-half signs would mispredict.
     */
    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        INDArray input = Floats.contiguous(inputs[0]);
        INDArray result = Outputs.gradient(workspaces, input.shape());
        IntBuffer values = Floats.bits(input);
        IntBuffer from = Floats.bits(Floats.contiguous(gradient));
        IntBuffer to = Floats.bits(result);
        for (int at = 0, size; at < from.limit(); at += size) {
            size = Math.min(Scratch.CHUNK, from.limit() - at);
            values.get(at, x, 0, size);
            from.get(at, g, 0, size);
            keepWherePositive(g, x, size);
            to.put(at, g, 0, size);
        }
        return new INDArray[] {result};
    }

    private static void keepPositive(float[] x, int size) {
        for (int i = 0; i < size; i++) {
            x[i] = Math.max(x[i], 0);
        }
    }

    private static void keepWherePositive(int[] g, int[] x, int size) {
        for (int i = 0; i < size; i++) {
            g[i] &= -Math.max(x[i], 0) >> 31;
        }
    }
}
