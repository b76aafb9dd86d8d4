package dev.skyline.dataset;

import java.util.Arrays;

/**
 * What turns a raw value into a network's input, for each channel of an image or feature of a table: {@code (raw −
 * mean) · scale}.
 */
public final class Preprocessing {

    private static final float WHITE = 255;

    private final float[] mean;
    private final float[] scale;

    private Preprocessing(float[] mean, float[] scale) {
        this.mean = mean;
        this.scale = scale;
    }

    /**
     * As it was written down.
     *
     * @throws IllegalArgumentException where there is not one of each for each channel
     */
    public static Preprocessing of(float[] mean, float[] scale) {
        if (mean.length != scale.length || mean.length == 0) {
            throw new IllegalArgumentException(mean.length + " means do not go with " + scale.length + " scales");
        }
        return new Preprocessing(mean.clone(), scale.clone());
    }

    /** 0…255 to 0…1. */
    static Preprocessing ofPixels(int channels) {
        float[] scale = new float[channels];
        Arrays.fill(scale, 1 / WHITE);
        return new Preprocessing(new float[channels], scale);
    }

    static Preprocessing none(int features) {
        float[] scale = new float[features];
        Arrays.fill(scale, 1);
        return new Preprocessing(new float[features], scale);
    }

    /** Zero mean and unit deviation over the training samples; a constant feature becomes 0. */
    static Preprocessing standardizing(float[] numbers, int features, int[] training) {
        float[] mean = new float[features];
        float[] scale = new float[features];
        for (int f = 0; f < features; f++) {
            double sum = 0;
            double squares = 0;
            boolean constant = true;
            for (int sample : training) {
                sum += numbers[sample * features + f];
                constant &= numbers[sample * features + f] == numbers[training[0] * features + f];
            }
            double average = sum / training.length;
            for (int sample : training) {
                double difference = numbers[sample * features + f] - average;
                squares += difference * difference;
            }
            double deviation = Math.sqrt(squares / training.length);
            mean[f] = (float) average;
            // Not by the deviation: rounding gives a constant feature a tiny one, and so other samples huge values.
            scale[f] = constant ? 0 : (float) Math.min(1 / deviation, Float.MAX_VALUE);
        }
        return new Preprocessing(mean, scale);
    }

    public int channels() {
        return mean.length;
    }

    public float mean(int channel) {
        return mean[channel];
    }

    public float scale(int channel) {
        return scale[channel];
    }
}
