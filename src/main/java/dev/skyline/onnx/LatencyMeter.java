package dev.skyline.onnx;

import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.Repetitions;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Measures how long a model takes under ONNX Runtime on this machine, the call from Java included (2 µs). The caller
 * sees to it that nothing else wants the cores meanwhile.
 *
 * <p>How often inferences are repeated, and what the figures rest on, says {@link Repetitions}.
 */
public final class LatencyMeter {

    private static final long SEED = 1;

    private LatencyMeter() {}

    /**
     * @throws InterruptedException where the caller was interrupted; seen between two inferences
     * @throws ModelRefused where the file is damaged, not a classifier, or cannot be run at this batch size
     */
    public static LatencyReport measure(Path model, HostSettings settings) throws InterruptedException {
        return measure(Session.read(model), settings);
    }

    /** The same of the content of a model file. */
    public static LatencyReport measure(byte[] model, HostSettings settings) throws InterruptedException {
        try (Session session = Session.open(model, settings.threads());
                Inference inference = session.inference(settings.batchSize())) {
            fill(inference.input());
            return new Repetitions(System::nanoTime, settings.maxSeconds())
                    .measure(inference::run, settings.batchSize());
        }
    }

    private static void fill(FloatBuffer input) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < input.capacity(); i++) {
            input.put(i, (float) random.nextDouble());
        }
    }
}
