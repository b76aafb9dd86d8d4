package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;

/** The first channels of images, or the first values of vectors. */
final class Truncate implements Operation {

    private final int channels;
    private final Scratch scratch;

    Truncate(int channels, Scratch scratch) {
        this.channels = channels;
        this.scratch = scratch;
    }

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        long[] shape = inputs[0].shape().clone();
        shape[1] = channels;
        INDArray output = Outputs.activations(workspaces, shape);
        copy(Floats.contiguous(inputs[0]), output);
        return output;
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        INDArray result = Outputs.gradient(workspaces, inputs[0].shape());
        copy(Floats.contiguous(gradient), result);
        return new INDArray[] {result};
    }

    /** Sample by sample, with zeros for what is left out. */
    private void copy(INDArray from, INDArray to) {
        int samples = (int) from.size(0);
        int taken = (int) from.length() / samples;
        int given = (int) to.length() / samples;
        FloatBuffer source = Floats.of(from);
        FloatBuffer target = Floats.of(to);
        float[] sample = scratch.zeros(0, Math.max(taken, given));
        for (int n = 0; n < samples; n++) {
            source.get(n * taken, sample, 0, taken);
            target.put(n * given, sample, 0, given);
        }
    }
}
