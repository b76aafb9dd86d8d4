package dev.skyline.onnx;

import java.nio.file.Path;

/**
 * A model file that classifies under ONNX Runtime, on one thread: the proof that what was exported is what was trained.
 * Holds native memory until closed; for one thread at a time.
 */
public final class OnnxClassifier implements AutoCloseable {

    private static final int CHUNK = 256;

    private final Session session;

    /**
     * @throws ModelRefused where the file is damaged or not a classifier
     */
    public OnnxClassifier(Path model) {
        this(Session.read(model));
    }

    /**
     * @param model content of an {@code .onnx} file
     * @throws ModelRefused where it is damaged or not a classifier
     */
    public OnnxClassifier(byte[] model) {
        this.session = Session.open(model, 1);
        try {
            session.requireOwn();
        } catch (ModelRefused e) {
            session.close();
            throw e;
        }
    }

    public int classes() {
        return session.classes();
    }

    /**
     * Probabilities of each class for each sample: [sample][class], row-major.
     *
     * @param samples pre-processed values, one sample after the other
     * @throws IllegalArgumentException where the values do not fill whole samples
     * @throws ModelRefused where ONNX Runtime cannot run the model on them
     */
    public float[] probabilities(float[] samples) {
        int values = Math.toIntExact(session.valuesPerSample());
        if (samples.length == 0 || samples.length % values != 0) {
            throw new IllegalArgumentException(
                    samples.length + " values are not whole samples of " + values + " values each");
        }
        int count = samples.length / values;
        float[] probabilities = new float[Math.multiplyExact(count, session.classes())];
        for (int from = 0; from < count; from += CHUNK) {
            int batch = Math.min(CHUNK, count - from);
            try (Inference inference = session.inference(batch)) {
                inference.input().put(samples, from * values, batch * values);
                inference.run();
                inference.output().get(probabilities, from * session.classes(), batch * session.classes());
            }
        }
        return probabilities;
    }

    @Override
    public void close() {
        session.close();
    }
}
