package dev.skyline.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.TensorInfo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * A model opened by ONNX Runtime, optimised as a deployment would, operators one after the other. Threads wait for work
 * without spinning: a spinning thread whose core is wanted elsewhere makes an inference ten times slower.
 *
 * <p>Its memory arena grows to what the largest batch needs, at most doubled, and goes with the session.
 */
final class Session implements AutoCloseable {

    private static final OrtEnvironment ENVIRONMENT = environment();

    private final OrtSession session;
    private final long[] sampleShape;
    private final int classes;

    private Session(OrtSession session) throws OrtException {
        this.session = session;
        long[] input = shape(session.getInputInfo(), OnnxWriter.INPUT);
        long[] output = shape(session.getOutputInfo(), OnnxWriter.OUTPUT);
        this.sampleShape = Arrays.copyOfRange(input, 1, input.length);
        if (output.length != 2) {
            throw new ModelRefused("the model gives " + Arrays.toString(output) + " and no probability of each class");
        }
        this.classes = Math.toIntExact(output[1]);
    }

    /** Errors come as exceptions, so nothing is logged besides; what Microsoft collects on Windows is switched off. */
    private static OrtEnvironment environment() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "skyline");
        try {
            environment.setTelemetry(false);
        } catch (OrtException e) {
            throw new IllegalStateException("the telemetry of ONNX Runtime cannot be switched off", e);
        }
        return environment;
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the model " + file + " cannot be read", e);
        }
    }

    /**
     * @throws ModelRefused where these bytes are of no classifier
     */
    static Session open(byte[] model, int threads) {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtSession opened = ENVIRONMENT.createSession(model, options);
            try {
                return new Session(opened);
            } catch (OrtException | RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new ModelRefused("ONNX Runtime cannot open the model", e);
        }
    }

    private static long[] shape(Map<String, NodeInfo> values, String name) {
        if (values.size() != 1
                || !values.containsKey(name)
                || !(values.get(name).getInfo() instanceof TensorInfo tensor)
                || tensor.type != OnnxJavaType.FLOAT) {
            throw new ModelRefused("the model has " + values.keySet() + " where '" + name + "' is wanted");
        }
        long[] shape = tensor.getShape();
        if (shape.length < 2 || shape[0] != -1 || Arrays.stream(shape).skip(1).anyMatch(size -> size < 1)) {
            throw new ModelRefused("'" + name + "' has the shape " + Arrays.toString(shape)
                    + " where a free number of samples of a fixed shape is wanted");
        }
        return shape;
    }

    /** Values of one sample. */
    long valuesPerSample() {
        return Arrays.stream(sampleShape).reduce(1, Math::multiplyExact);
    }

    int classes() {
        return classes;
    }

    /** Binds buffers for batches of this size. */
    Inference inference(int batchSize) {
        return new Inference(ENVIRONMENT, session, batchSize, sampleShape, classes);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot close a session", e);
        }
    }
}
