package dev.skyline.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * Inferences of one batch size over buffers that are bound once. ONNX Runtime writes where it is told to, which saves
 * 2 µs of the 4.5 µs that the smallest network takes.
 */
final class Inference implements AutoCloseable {

    private final OrtSession session;
    private final FloatBuffer input;
    private final FloatBuffer output;
    private final OnnxTensor inputTensor;
    private final OnnxTensor outputTensor;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    Inference(OrtEnvironment environment, OrtSession session, Tensor in, Tensor out, int batchSize) {
        this.session = session;
        long[] inputShape = in.batch(batchSize);
        long[] outputShape = out.batch(batchSize);
        this.input = allocate(inputShape);
        this.output = allocate(outputShape);
        try {
            this.inputTensor = OnnxTensor.createTensor(environment, input, inputShape);
            this.outputTensor = OnnxTensor.createTensor(environment, output, outputShape);
        } catch (OrtException e) {
            throw new ModelRefused("ONNX Runtime cannot bind a batch of " + batchSize, e);
        }
        this.inputs = Map.of(in.name(), inputTensor);
        this.outputs = Map.of(out.name(), outputTensor);
    }

    private static FloatBuffer allocate(long[] shape) {
        double bytes = Arrays.stream(shape).asDoubleStream().reduce(Float.BYTES, (a, b) -> a * b);
        if (bytes > Integer.MAX_VALUE) {
            throw new ModelRefused("a batch of the shape " + Arrays.toString(shape) + " exceeds 2 GiB");
        }
        return ByteBuffer.allocateDirect((int) bytes)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** The samples of the batch, one after the other; read by {@link #run}. */
    FloatBuffer input() {
        return input;
    }

    /** The probabilities of the batch, written by {@link #run}. */
    FloatBuffer output() {
        return output;
    }

    void run() {
        try {
            session.run(inputs, outputs).close();
        } catch (OrtException e) {
            throw new ModelRefused("ONNX Runtime cannot run the model", e);
        }
    }

    @Override
    public void close() {
        inputTensor.close();
        outputTensor.close();
    }
}
