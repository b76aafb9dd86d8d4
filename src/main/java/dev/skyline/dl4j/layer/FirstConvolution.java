package dev.skyline.dl4j.layer;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

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
        INDArray kernelGradient = gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY);
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, kernelGradient);
        INDArray out = Floats.contiguous(epsilon);
        differentiate(Floats.contiguous(input), out, kernelGradient, workspaces);
        if (hasBias()) {
            INDArray biasGradient = gradientViews.get(ConvolutionParamInitializer.BIAS_KEY);
            gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY, biasGradient);
            out.sum(biasGradient, 0, 2, 3);
        }
        return new Pair<>(gradient, Outputs.gradient(workspaces, input.shape()));
    }

    private void differentiate(INDArray in, INDArray out, INDArray kernelGradient, LayerWorkspaceMgr workspaces) {
        Patches patches =
                new Patches(in, out, layerConf().getKernelSize()[0], layerConf().getStride()[0]);
        int filters = (int) out.size(1);
        float[] sample = scratch.array(0, patches.valuesPerSample());
        float[] rows = scratch.array(1, patches.rows() * patches.columns());
        INDArray matrix = workspaces.createUninitialized(
                ArrayType.BP_WORKING_MEM, DataType.FLOAT, new long[] {patches.rows(), patches.columns()}, 'c');
        FloatBuffer from = Floats.of(in);
        FloatBuffer to = Floats.of(matrix);
        FloatPointer left = Floats.pointer(out);
        FloatPointer right = Floats.pointer(matrix);
        FloatPointer result = Floats.pointer(kernelGradient);
        for (int n = 0; n < in.size(0); n++) {
            from.get(n * patches.valuesPerSample(), sample, 0, patches.valuesPerSample());
            patches.write(sample, rows);
            to.put(0, rows, 0, patches.rows() * patches.columns());
            cblas_sgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasTrans,
                    filters,
                    patches.rows(),
                    patches.columns(),
                    1,
                    left.position((long) n * filters * patches.columns()),
                    patches.columns(),
                    right,
                    patches.columns(),
                    n == 0 ? 0 : 1,
                    result,
                    patches.rows());
        }
    }
}
