package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;

/** Images, each channel times its own value of a vector: reads the images, then the vectors. */
final class Scale implements Operation {

    private final Scratch scratch;

    Scale(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray output = Outputs.activations(workspaces, inputs[0].shape());
        scale(inputs[0], inputs[1], output);
        return output;
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        INDArray ofImages = Outputs.gradient(workspaces, inputs[0].shape());
        scale(gradient, inputs[1], ofImages);
        INDArray ofFactors = Outputs.gradient(workspaces, inputs[1].shape());
        sumOfProducts(inputs[0], gradient, ofFactors);
        return new INDArray[] {ofImages, ofFactors};
    }

    private void scale(INDArray images, INDArray factors, INDArray result) {
        int planes = (int) factors.length();
        int pixels = (int) (images.length() / planes);
        FloatBuffer from = Floats.of(Floats.contiguous(images));
        FloatBuffer to = Floats.of(result);
        float[] factor = scratch.array(0, planes);
        float[] plane = scratch.array(1, pixels);
        Floats.of(Floats.contiguous(factors)).get(factor, 0, planes);
        for (int p = 0; p < planes; p++) {
            from.get(p * pixels, plane, 0, pixels);
            Loops.scale(plane, factor[p], pixels);
            to.put(p * pixels, plane, 0, pixels);
        }
    }

    private void sumOfProducts(INDArray images, INDArray others, INDArray sums) {
        int planes = (int) sums.length();
        int pixels = (int) (images.length() / planes);
        FloatBuffer one = Floats.of(Floats.contiguous(images));
        FloatBuffer other = Floats.of(Floats.contiguous(others));
        float[] sum = scratch.array(0, planes);
        float[] x = scratch.array(1, pixels);
        float[] y = scratch.array(2, pixels);
        for (int p = 0; p < planes; p++) {
            one.get(p * pixels, x, 0, pixels);
            other.get(p * pixels, y, 0, pixels);
            float total = 0;
            for (int i = 0; i < pixels; i++) {
                total += x[i] * y[i];
            }
            sum[p] = total;
        }
        Floats.of(sums).put(sum, 0, planes);
    }
}
