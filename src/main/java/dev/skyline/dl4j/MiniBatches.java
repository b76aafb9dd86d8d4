package dev.skyline.dl4j;

import dev.skyline.dataset.Samples;
import dev.skyline.dl4j.layer.Floats;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Puts samples together to mini-batches, in arrays that are used again: decoding a batch of 28×28 images takes some 50
 * µs, so nothing is kept decoded.
 */
final class MiniBatches implements AutoCloseable {

    /**
     * A mini-batch, valid until the next one of its size is loaded.
     *
     * @param labels one-hot
     */
    record MiniBatch(INDArray features, INDArray labels) {}

    private final Samples samples;
    private final Shape shape;
    private final Map<Integer, MiniBatch> bySize = new HashMap<>();
    private final float[] sample;
    private final float[] shifted;

    MiniBatches(Samples samples, Shape shape) {
        this.samples = samples;
        this.shape = shape;
        this.sample = new float[samples.valuesPerSample()];
        this.shifted = new float[samples.valuesPerSample()];
    }

    /** The samples whose numbers stand in {@code order} from {@code from} on, as they are. */
    MiniBatch load(int[] order, int from, int size) {
        return load(order, from, size, 0, null);
    }

    /** The same, each image moved at random by up to {@code shift} pixels each way; what comes in is 0. Tables stay. */
    MiniBatch load(int[] order, int from, int size, int shift, SplittableRandom random) {
        MiniBatch batch = bySize.computeIfAbsent(size, this::allocated);
        float[] labels = new float[size * samples.classes()];
        FloatBuffer features = Floats.of(batch.features());
        for (int i = 0; i < size; i++) {
            int number = order[from + i];
            samples.copyTo(number, sample, 0);
            features.put(shift > 0 && shape instanceof Image image ? moved(image, shift, random) : sample);
            labels[i * samples.classes() + samples.label(number)] = 1;
        }
        Floats.of(batch.labels()).put(labels);
        return batch;
    }

    private MiniBatch allocated(int size) {
        INDArray features = shape instanceof Image image
                ? Nd4j.createUninitialized(
                        DataType.FLOAT, new long[] {size, image.channels(), image.height(), image.width()}, 'c')
                : Nd4j.createUninitialized(DataType.FLOAT, new long[] {size, samples.valuesPerSample()}, 'c');
        return new MiniBatch(
                features, Nd4j.createUninitialized(DataType.FLOAT, new long[] {size, samples.classes()}, 'c'));
    }

    private float[] moved(Image image, int shift, SplittableRandom random) {
        int down = random.nextInt(-shift, shift + 1);
        int right = random.nextInt(-shift, shift + 1);
        int width = image.width();
        int kept = width - Math.abs(right);
        Arrays.fill(shifted, 0);
        for (int channel = 0; channel < image.channels(); channel++) {
            for (int row = Math.max(0, down); kept > 0 && row < image.height() + Math.min(0, down); row++) {
                int plane = channel * image.height() * width;
                int source = plane + (row - down) * width + Math.max(0, -right);
                System.arraycopy(sample, source, shifted, plane + row * width + Math.max(0, right), kept);
            }
        }
        return shifted;
    }

    @Override
    public void close() {
        for (MiniBatch batch : bySize.values()) {
            batch.features().close();
            batch.labels().close();
        }
    }
}
