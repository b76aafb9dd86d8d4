package dev.skyline.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A model opened by ONNX Runtime, optimised as a deployment would, operators one after the other. Threads wait for work
 * without spinning: a spinning thread whose core is wanted elsewhere makes an inference ten times slower.
 *
 * <p>Its memory arena grows to what the largest batch needs, at most doubled, and goes with the session.
 */
final class Session implements AutoCloseable {

    private static final OrtEnvironment ENVIRONMENT = environment();

    private final OrtSession session;
    private final Tensor input;
    private final Tensor output;

    private Session(OrtSession session) throws OrtException {
        this.session = session;
        if (session.getInputInfo().size() != 1) {
            throw new ModelRefused(
                    "the model has the inputs " + session.getInputInfo().keySet() + " where one is wanted");
        }
        this.input = Tensor.first(session.getInputInfo());
        this.output = Tensor.first(session.getOutputInfo());
        if (output.values() != output.shape()[1]) {
            throw new ModelRefused(
                    "the model gives " + Arrays.toString(output.shape()) + " and no probability of each class");
        }
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
     * Opens a classifier of whatever make: one input, and one value of each class as its first output.
     *
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

    /**
     * @throws ModelRefused where this is no classifier as {@link OnnxWriter} writes them
     */
    Session requireOwn() {
        input.require(OnnxWriter.INPUT);
        output.require(OnnxWriter.OUTPUT);
        return this;
    }

    Tensor input() {
        return input;
    }

    /** Values of one sample. */
    long valuesPerSample() {
        return input.values();
    }

    int classes() {
        return Math.toIntExact(output.values());
    }

    /**
     * Binds buffers for batches of this size.
     *
     * @throws ModelRefused where the model takes batches of another size only
     */
    Inference inference(int batchSize) {
        if (!input.isFree() && input.shape()[0] != batchSize) {
            throw new ModelRefused("the model takes batches of " + input.shape()[0] + " samples, not of " + batchSize);
        }
        return new Inference(ENVIRONMENT, session, input, output, batchSize);
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
