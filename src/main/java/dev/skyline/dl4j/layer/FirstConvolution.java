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
 * A convolution of the samples themselves. Nobody wants its gradient by its input, and the native operation, which
 * cannot leave that out, spends nine tenths of its time on it where the input has one channel: so the gradient of the
 * kernel is computed here, as a product of matrices for each sample.
 */
final class FirstConvolution extends WindowLayer {

    private static final long serialVersionUID = 1L;

    private final transient Scratch scratch;

    FirstConvolution(
            NeuralNetConfiguration configuration,
            DataType type,
            NativeOperation forward,
            NativeOperation backward,
            Scratch scratch) {
        super(configuration, type, forward, backward);
        this.scratch = scratch;
    }

    /** The second of the pair has the input's shape, but no values. */
    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray out = Floats.contiguous(epsilon);
        differentiate(Floats.contiguous(input), out, workspaces);
        if (hasBias()) {
            out.sum(biasGradient(), 0, 2, 3);
        }
        return new Pair<>(gradientByParameter(), Outputs.gradient(workspaces, input.shape()));
    }

    private void differentiate(INDArray in, INDArray out, LayerWorkspaceMgr workspaces) {
        Patches patches = new Patches(in, out, layerConf());
        int filters = (int) out.size(1);
        PatchProducts products = new PatchProducts(1, filters, patches.rows(), patches.columns());
        float[] sample = scratch.array(0, patches.valuesPerSample());
        float[] values = scratch.array(1, patches.values());
        INDArray matrix = workspaces.createUninitialized(
                ArrayType.BP_WORKING_MEM, DataType.FLOAT, new long[] {patches.values()}, 'c');
        FloatBuffer from = Floats.of(in);
        FloatBuffer to = Floats.of(matrix);
        FloatPointer left = Floats.pointer(out);
        FloatPointer right = Floats.pointer(matrix);
        FloatPointer result = Floats.pointer(kernelGradient());
        for (int n = 0; n < in.size(0); n++) {
            from.get(n * patches.valuesPerSample(), sample, 0, patches.valuesPerSample());
            patches.write(sample, values);
            to.put(0, values, 0, patches.values());
            left.position((long) n * filters * patches.columns());
            products.kernelGradient(left, right, n == 0, result);
        }
    }
}
