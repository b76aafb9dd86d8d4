package dev.skyline.dl4j.layer;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;

/**
 * A convolution as products of matrices, for what the native operation cannot do: see {@link NativeOperation#isRight}.
 * It has no groups either, and slices of a batch would have to be copied for each; the patches of a sample hold its
 * groups one after the other as they are.
 */
final class PatchConvolution extends ConvolvingLayer {

    private static final long serialVersionUID = 1L;

    private final int groups;
    private final transient Scratch scratch;

    PatchConvolution(NeuralNetConfiguration configuration, DataType type, int groups, Scratch scratch) {
        super(configuration, type);
        this.groups = groups;
        this.scratch = scratch;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray in = Floats.contiguous(input);
        INDArray out = output(in, workspaces);
        Run run = new Run(in, out, workspaces, ArrayType.FF_WORKING_MEM);
        FloatPointer kernel = Floats.pointer(kernel());
        for (int n = 0; n < in.size(0); n++) {
            run.products.result(kernel, run.patchesOf(n), run.resultOf(n));
        }
        if (hasBias()) {
            out.addi(bias().reshape(1, out.size(1), 1, 1));
        }
        return out;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray in = Floats.contiguous(input);
        INDArray out = Floats.contiguous(epsilon);
        INDArray result = Outputs.gradient(workspaces, in.shape());
        Run run = new Run(in, out, workspaces, ArrayType.BP_WORKING_MEM);
        FloatPointer kernel = Floats.pointer(kernel());
        FloatPointer kernelGradient = Floats.pointer(kernelGradient());
        FloatBuffer to = Floats.of(result);
        for (int n = 0; n < in.size(0); n++) {
            FloatPointer outGradient = run.resultOf(n);
            run.products.kernelGradient(outGradient, run.patchesOf(n), n == 0, kernelGradient);
            run.products.patchesGradient(kernel, outGradient, run.matrix);
            run.addPatches(n, to);
        }
        if (hasBias()) {
            out.sum(biasGradient(), 0, 2, 3);
        }
        return new Pair<>(gradientByParameter(), result);
    }

    /** One batch on its way through the layer, forth or back. */
    private final class Run {

        private final Patches patches;
        private final PatchProducts products;
        private final FloatPointer matrix;
        private final FloatPointer result;
        private final FloatBuffer from;
        private final FloatBuffer buffer;
        private final float[] sample;
        private final float[] values;

        Run(INDArray in, INDArray out, LayerWorkspaceMgr workspaces, ArrayType memory) {
            patches = new Patches(in, out, layerConf());
            products =
                    new PatchProducts(groups, (int) out.size(1) / groups, patches.rows() / groups, patches.columns());
            INDArray array = workspaces.createUninitialized(memory, DataType.FLOAT, new long[] {patches.values()}, 'c');
            matrix = Floats.pointer(array);
            buffer = Floats.of(array);
            result = Floats.pointer(out);
            from = Floats.of(in);
            sample = scratch.array(0, patches.valuesPerSample());
            values = scratch.array(1, patches.values());
        }

        FloatPointer patchesOf(int n) {
            from.get(n * patches.valuesPerSample(), sample, 0, patches.valuesPerSample());
            patches.write(sample, values);
            buffer.put(0, values, 0, patches.values());
            return matrix;
        }

        FloatPointer resultOf(int n) {
            return result.position((long) n * groups * products.filters() * products.pixels());
        }

        /** Writes the image whose pixels are the sums of what the matrix holds of them. */
        void addPatches(int n, FloatBuffer to) {
            buffer.get(0, values, 0, patches.values());
            float[] image = scratch.zeros(0, patches.valuesPerSample());
            patches.add(values, image);
            to.put(n * patches.valuesPerSample(), image, 0, patches.valuesPerSample());
        }
    }
}
