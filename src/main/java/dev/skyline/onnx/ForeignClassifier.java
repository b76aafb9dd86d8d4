package dev.skyline.onnx;

import dev.skyline.dataset.Samples;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A classifier of whatever make, on one thread: one input of 32-bit floats, [N, …], and a value of each class, [N,
 * classes], as its first output; N may be free or fixed. To be opened only where a crash costs nothing: ONNX Runtime is
 * no match for a file that is meant to bring it down. Holds native memory until closed; for one thread at a time.
 */
public final class ForeignClassifier implements AutoCloseable {

    private static final int CHUNK = 64;

    private final Session session;
    private final long parameters;

    /**
     * Checks what stands in the file, opens it and runs it once.
     *
     * @throws ModelRefused where it is damaged, no classifier, keeps its weights elsewhere or cannot be run; the message
     *     says which
     */
    public ForeignClassifier(Path file) {
        byte[] model = Session.read(file);
        this.parameters = ModelContent.parameters(model);
        this.session = Session.open(model, 1);
        try (Inference inference = session.inference(batch(1))) {
            inference.run();
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Shape of one sample. */
    public List<Integer> shape() {
        return Arrays.stream(session.input().shape())
                .skip(1)
                .mapToObj(Math::toIntExact)
                .toList();
    }

    public int classes() {
        return session.classes();
    }

    /** Numbers in its initializers. */
    public long parameters() {
        return parameters;
    }

    /**
     * Share of these samples whose own class gets the greatest value, alone.
     *
     * @throws IllegalArgumentException where the samples have another number of values or of classes
     * @throws InterruptedException where the caller was interrupted; seen between two batches
     */
    public double accuracy(Samples samples, int[] numbers) throws InterruptedException {
        if (samples.valuesPerSample() != session.valuesPerSample() || samples.classes() != classes()) {
            throw new IllegalArgumentException("these samples are not for this model");
        }
        int batch = batch(CHUNK);
        float[] sample = new float[samples.valuesPerSample()];
        int right = 0;
        try (Inference inference = session.inference(batch)) {
            for (int from = 0; from < numbers.length; from += batch) {
                int count = Math.min(batch, numbers.length - from);
                for (int i = 0; i < count; i++) {
                    samples.copyTo(numbers[from + i], sample, 0);
                    inference.input().put(i * sample.length, sample);
                }
                inference.run();
                for (int i = 0; i < count; i++) {
                    right += isGreatest(inference.output(), i, samples.label(numbers[from + i])) ? 1 : 0;
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("an evaluation was interrupted");
                }
            }
        }
        return (double) right / numbers.length;
    }

    private boolean isGreatest(FloatBuffer values, int sample, int label) {
        int first = sample * classes();
        for (int c = 0; c < classes(); c++) {
            if (c != label && !(values.get(first + c) < values.get(first + label))) {
                return false;
            }
        }
        return true;
    }

    /** The wanted number of samples, unless the model has its own. */
    private int batch(int wanted) {
        return session.input().isFree()
                ? wanted
                : Math.toIntExact(session.input().shape()[0]);
    }

    @Override
    public void close() {
        session.close();
    }
}
