package dev.skyline.dl4j.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

import java.util.stream.IntStream;

/**
 * An operation of ND4J's native library that moves a square window over images with "same" padding. Where the library
 * was built with oneDNN, that does the work. The context is kept, and ND4J's inference of shapes left out, because both
 * cost more than a small convolution.
 */
final class NativeOperation {

    private static final int SAME_PADDING = 1;
    private static final int CHANNELS_FIRST = 0;
    private static final int KERNEL_BY_FILTER = 1;
    private static final int PADDING_NOT_COUNTED = 0;

    private final CustomOp operation;
    private final OpContext context;

    private NativeOperation(String name, int kernel, int stride, int... rest) {
        this.operation = DynamicCustomOp.builder(name).build();
        this.context = Nd4j.getExecutioner().buildContext();
        IntStream window = IntStream.of(kernel, kernel, stride, stride, 0, 0, 1, 1, SAME_PADDING);
        context.setIArguments(
                IntStream.concat(window, IntStream.of(rest)).asLongStream().toArray());
    }

    /**
     * Whether a convolution comes out right. With dilation, oneDNN is handed a wrong padding and refuses; without oneDNN,
     * it would take ten times as long as {@link PatchConvolution}. Where a stride exceeds its window by two pixels or more,
     * the padding is negative, and so wrong.
     */
    static boolean isRight(int kernel, int stride, int dilation) {
        return dilation == 1 && stride <= kernel + 1;
    }

    /** @param name of an operation on kernels [filters][channels][k][k] */
    static NativeOperation convolution(String name, int kernel, int stride) {
        return new NativeOperation(name, kernel, stride, CHANNELS_FIRST, KERNEL_BY_FILTER);
    }

    /** @param name of an operation on kernels [k][k][channels][1] */
    static NativeOperation depthwise(String name, int kernel, int stride) {
        return new NativeOperation(name, kernel, stride, CHANNELS_FIRST);
    }

    static NativeOperation pooling(String name, int kernel, int stride) {
        return new NativeOperation(name, kernel, stride, PADDING_NOT_COUNTED, CHANNELS_FIRST);
    }

    void run(INDArray[] inputs, INDArray... outputs) {
        context.purge();
        for (int i = 0; i < inputs.length; i++) {
            context.setInputArray(i, inputs[i]);
        }
        for (int i = 0; i < outputs.length; i++) {
            context.setOutputArray(i, outputs[i]);
        }
        Nd4j.exec(operation, context);
    }
}
