package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;

/**
 * Drops values at random and scales up the others, so that the expected sum stays. What was dropped is not kept but drawn
 * again on the way back.
 */
final class Dropout implements Operation {

    private static final int RANGE = 1 << 24;

    private final int kept;
    private final float scale;
    private final SplittableRandom seeds;
    private final Scratch scratch;
    private long seed;

    Dropout(double rate, long seed, Scratch scratch) {
        this.kept = (int) Math.round((1 - rate) * RANGE);
        this.scale = (float) (1 / (1 - rate));
        this.seeds = new SplittableRandom(seed);
        this.scratch = scratch;
    }

    @Override
    public INDArray forward(INDArray[] inputs, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray input = Floats.contiguous(inputs[0]);
        INDArray output = Outputs.activations(workspaces, input.shape());
        if (training) {
            seed = seeds.nextLong();
            drop(Floats.of(input), Floats.of(output));
        } else {
            Floats.of(output).put(Floats.of(input));
        }
        return output;
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, LayerWorkspaceMgr workspaces) {
        INDArray result = Outputs.gradient(workspaces, inputs[0].shape());
        drop(Floats.of(Floats.contiguous(gradient)), Floats.of(result));
        return new INDArray[] {result};
    }

    private void drop(FloatBuffer from, FloatBuffer to) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int at = 0, size; at < from.limit(); at += size) {
            size = Math.min(Scratch.CHUNK, from.limit() - at);
            float[] x = scratch.array(0, size);
            from.get(at, x, 0, size);
            for (int i = 0; i < size; i++) {
                x[i] = (random.nextInt() & (RANGE - 1)) < kept ? x[i] * scale : 0;
            }
            to.put(at, x, 0, size);
        }
    }
}
