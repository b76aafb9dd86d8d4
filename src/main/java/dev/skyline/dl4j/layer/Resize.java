package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;

/** Images of another size, each pixel that of the input at its place. */
final class Resize implements Operation {

    private final int height;
    private final int width;
    private final Scratch scratch;

    Resize(int height, int width, Scratch scratch) {
        this.height = height;
        this.width = width;
        this.scratch = scratch;
    }

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray input = Floats.contiguous(inputs[0]);
        INDArray output = Outputs.activations(workspaces, input.size(0), input.size(1), height, width);
        int[] places = places(input);
        int pixels = (int) (input.size(2) * input.size(3));
        float[] from = scratch.array(0, pixels);
        float[] to = scratch.array(1, places.length);
        FloatBuffer images = Floats.of(input);
        FloatBuffer resized = Floats.of(output);
        for (int p = 0; p < input.size(0) * input.size(1); p++) {
            images.get(p * pixels, from, 0, pixels);
            for (int i = 0; i < places.length; i++) {
                to[i] = from[places[i]];
            }
            resized.put(p * places.length, to, 0, places.length);
        }
        return output;
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        INDArray result = Outputs.gradient(workspaces, inputs[0].shape());
        int[] places = places(result);
        int pixels = (int) (result.size(2) * result.size(3));
        float[] from = scratch.array(1, places.length);
        FloatBuffer gradients = Floats.of(Floats.contiguous(gradient));
        FloatBuffer sums = Floats.of(result);
        for (int p = 0; p < result.size(0) * result.size(1); p++) {
            gradients.get(p * places.length, from, 0, places.length);
            float[] to = scratch.zeros(0, pixels);
            for (int i = 0; i < places.length; i++) {
                to[places[i]] += from[i];
            }
            sums.put(p * pixels, to, 0, pixels);
        }
        return new INDArray[] {result};
    }

    /** For each pixel of the result, the one of the image that it is taken from. */
    private int[] places(INDArray image) {
        int[] places = new int[height * width];
        for (int i = 0; i < places.length; i++) {
            long row = i / width * image.size(2) / height;
            long column = i % width * image.size(3) / width;
            places[i] = (int) (row * image.size(3) + column);
        }
        return places;
    }
}
