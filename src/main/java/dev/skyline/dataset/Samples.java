package dev.skyline.dataset;

/**
 * Labelled samples in memory, ready for training. Images are held as bytes (70,000 of 28×28 take 55 MB), tables as
 * floats. Immutable: the arrays are not copied, nobody writes to them.
 */
public final class Samples {

    private final int valuesPerSample;
    private final int classes;
    private final int[] labels;
    private final byte[] pixels;
    private final float[] numbers;
    private final Preprocessing preprocessing;

    private Samples(
            int valuesPerSample,
            int classes,
            int[] labels,
            byte[] pixels,
            float[] numbers,
            Preprocessing preprocessing) {
        int values = pixels != null ? pixels.length : numbers.length;
        if ((long) valuesPerSample * labels.length != values) {
            throw new IllegalArgumentException(
                    labels.length + " samples of " + valuesPerSample + " values need not " + values + " values");
        }
        this.valuesPerSample = valuesPerSample;
        this.classes = classes;
        this.labels = labels;
        this.pixels = pixels;
        this.numbers = numbers;
        this.preprocessing = preprocessing;
    }

    /** @param pixels unsigned bytes, [sample][channel][row][column] */
    public static Samples ofImages(int channels, int valuesPerSample, int classes, int[] labels, byte[] pixels) {
        return new Samples(valuesPerSample, classes, labels, pixels, null, Preprocessing.ofPixels(channels));
    }

    /** @param numbers [sample][feature], finite */
    public static Samples ofTable(int features, int classes, int[] labels, float[] numbers) {
        return new Samples(features, classes, labels, null, numbers, Preprocessing.none(features));
    }

    /** These samples, of a table standardised by mean and deviation over the given ones; images stay as they are. */
    public Samples standardizedBy(int[] training) {
        return pixels != null
                ? this
                : new Samples(
                        valuesPerSample,
                        classes,
                        labels,
                        null,
                        numbers,
                        Preprocessing.standardizing(numbers, valuesPerSample, training));
    }

    /**
     * These samples, pre-processed in another way.
     *
     * @throws IllegalArgumentException where it is for another number of channels
     */
    public Samples preparedBy(Preprocessing other) {
        if (other.channels() != preprocessing.channels()) {
            throw new IllegalArgumentException("what was made for " + other.channels()
                    + " channels cannot prepare samples of " + preprocessing.channels());
        }
        return new Samples(valuesPerSample, classes, labels, pixels, numbers, other);
    }

    public int count() {
        return labels.length;
    }

    public int valuesPerSample() {
        return valuesPerSample;
    }

    public int classes() {
        return classes;
    }

    /** Class of a sample, from 0. */
    public int label(int sample) {
        return labels[sample];
    }

    public int[] labels() {
        return labels.clone();
    }

    /** What {@link #copyTo} does to each raw value; goes into the exported model's description. */
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /** Writes a sample's values, pre-processed, to {@code target} from {@code offset} on. */
    public void copyTo(int sample, float[] target, int offset) {
        int from = sample * valuesPerSample;
        int perChannel = valuesPerSample / preprocessing.channels();
        for (int channel = 0, i = 0; channel < preprocessing.channels(); channel++) {
            float mean = preprocessing.mean(channel);
            float scale = preprocessing.scale(channel);
            for (int end = i + perChannel; i < end; i++) {
                float raw = pixels != null ? pixels[from + i] & 0xff : numbers[from + i];
                target[offset + i] = (raw - mean) * scale;
            }
        }
    }
}
