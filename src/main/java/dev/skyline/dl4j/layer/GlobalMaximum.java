package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;

/** The largest pixel of each channel; its gradient goes to the first of that size. */
final class GlobalMaximum implements Operation {

    private final Scratch scratch;

    GlobalMaximum(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray output = Outputs.activations(workspaces, inputs[0].size(0), inputs[0].size(1));
        int planes = (int) output.length();
        int pixels = (int) (inputs[0].length() / planes);
        FloatBuffer from = Floats.of(Floats.contiguous(inputs[0]));
        float[] largest = scratch.array(0, planes);
        float[] plane = scratch.array(1, pixels);
        for (int p = 0; p < planes; p++) {
            from.get(p * pixels, plane, 0, pixels);
            largest[p] = plane[placeOfLargest(plane, pixels)];
        }
        Floats.of(output).put(largest, 0, planes);
        return output;
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        INDArray result = Outputs.gradient(workspaces, inputs[0].shape());
        int planes = (int) gradient.length();
        int pixels = (int) (result.length() / planes);
        FloatBuffer from = Floats.of(Floats.contiguous(inputs[0]));
        FloatBuffer to = Floats.of(result);
        float[] gradients = scratch.array(0, planes);
        float[] plane = scratch.array(1, pixels);
        Floats.of(Floats.contiguous(gradient)).get(gradients, 0, planes);
        for (int p = 0; p < planes; p++) {
            from.get(p * pixels, plane, 0, pixels);
            int place = placeOfLargest(plane, pixels);
            float[] spread = scratch.zeros(2, pixels);
            spread[place] = gradients[p];
            to.put(p * pixels, spread, 0, pixels);
        }
        return new INDArray[] {result};
    }

    private static int placeOfLargest(float[] plane, int pixels) {
        int place = 0;
        for (int i = 1; i < pixels; i++) {
            place = plane[i] > plane[place] ? i : place;
        }
        return place;
    }
}
