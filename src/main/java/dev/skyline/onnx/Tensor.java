package dev.skyline.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;

import java.util.Arrays;
import java.util.Map;

/**
 * An input or output of a model: 32-bit floats, the samples of a batch one after the other.
 *
 * @param shape that of a batch; its first size is −1 where the number of samples is free
 */
record Tensor(String name, long[] shape) {

    /**
     * @throws ModelRefused where that is none of fixed size
     */
    static Tensor first(Map<String, NodeInfo> values) {
        NodeInfo first =
                values.values().stream().findFirst().orElseThrow(() -> new ModelRefused("the model has no output"));
        if (!(first.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            throw new ModelRefused("'" + first.getName() + "' does not hold 32-bit floats");
        }
        long[] shape = tensor.getShape();
        if (shape.length < 2
                || shape[0] == 0
                || shape[0] < -1
                || Arrays.stream(shape).skip(1).anyMatch(size -> size < 1)) {
            throw new ModelRefused("'" + first.getName() + "' has the shape " + Arrays.toString(shape)
                    + " where a number of samples of a fixed shape is wanted");
        }
        return new Tensor(first.getName(), shape);
    }

    /** Whether the number of samples is free. */
    boolean isFree() {
        return shape[0] == -1;
    }

    /** Values of one sample. */
    long values() {
        try {
            return Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact);
        } catch (ArithmeticException e) {
            throw new ModelRefused("a sample of the shape " + Arrays.toString(shape) + " cannot be");
        }
    }

    long[] batch(int size) {
        long[] batch = shape.clone();
        batch[0] = size;
        return batch;
    }

    void require(String wanted) {
        if (!name.equals(wanted)) {
            throw new ModelRefused("the model has [" + name + "] where '" + wanted + "' is wanted");
        }
        if (!isFree()) {
            throw new ModelRefused("'" + name + "' has the shape " + Arrays.toString(shape)
                    + " where a free number of samples of a fixed shape is wanted");
        }
    }
}
