package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** Average of each channel over its pixels. */
final class GlobalAverage implements Operation {

    private final Scratch scratch;

    GlobalAverage(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray input = Floats.contiguous(inputs[0]);
        INDArray output = Outputs.activations(workspaces, input.size(0), input.size(1));
        int planes = (int) output.length();
        int pixels = (int) (input.size(2) * input.size(3));
        FloatBuffer from = Floats.of(input);
        float[] averages = scratch.array(0, planes);
        float[] plane = scratch.array(1, pixels);
        for (int p = 0; p < planes; p++) {
            from.get(p * pixels, plane, 0, pixels);
            float sum = 0;
            for (int i = 0; i < pixels; i++) {
                sum += plane[i];
            }
            averages[p] = sum / pixels;
        }
        Floats.of(output).put(averages, 0, planes);
        return output;
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        INDArray result = Outputs.gradient(workspaces, inputs[0].shape());
        int planes = (int) gradient.length();
        int pixels = (int) (result.length() / planes);
        FloatBuffer to = Floats.of(result);
        float[] gradients = scratch.array(0, planes);
        float[] plane = scratch.array(1, pixels);
        Floats.of(Floats.contiguous(gradient)).get(gradients, 0, planes);
        for (int p = 0; p < planes; p++) {
            Arrays.fill(plane, 0, pixels, gradients[p] / pixels);
            to.put(p * pixels, plane, 0, pixels);
        }
        return new INDArray[] {result};
    }
}
