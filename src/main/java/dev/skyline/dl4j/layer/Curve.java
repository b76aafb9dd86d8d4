package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.TransformOp;
import org.nd4j.linalg.factory.Nd4j;

import java.nio.FloatBuffer;

/** A smooth function of each value, whose slope is known from its result. */
final class Curve implements Operation {

    /** Slope of the function where it has the given result. */
    @FunctionalInterface
    interface Slope {
        float at(float result);
    }

    /** ND4J's operation from one array into another. */
    @FunctionalInterface
    interface Function {
        TransformOp of(INDArray from, INDArray to);
    }

    private final Function function;
    private final Slope slope;
    private final Scratch scratch;

    Curve(Function function, Slope slope, Scratch scratch) {
        this.function = function;
        this.slope = slope;
        this.scratch = scratch;
    }

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray output = Outputs.activations(workspaces, inputs[0].shape());
        Nd4j.getExecutioner().exec(function.of(inputs[0], output));
        return output;
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        INDArray result = Outputs.gradient(workspaces, inputs[0].shape());
        Nd4j.getExecutioner().exec(function.of(inputs[0], result));
        FloatBuffer from = Floats.of(Floats.contiguous(gradient));
        FloatBuffer to = Floats.of(result);
        for (int at = 0, size; at < to.limit(); at += size) {
            size = Math.min(Scratch.CHUNK, to.limit() - at);
            float[] y = scratch.array(0, size);
            float[] g = scratch.array(1, size);
            to.get(at, y, 0, size);
            from.get(at, g, 0, size);
            for (int i = 0; i < size; i++) {
                g[i] *= slope.at(y[i]);
            }
            to.put(at, g, 0, size);
        }
        return new INDArray[] {result};
    }
}
