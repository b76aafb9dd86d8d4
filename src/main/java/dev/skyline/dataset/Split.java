package dev.skyline.dataset;

import java.util.SplittableRandom;

/**
 * Which samples are trained on, validated on and tested on: disjoint, together all, and stratified, so that each class
 * has its share of every part. The same labels and seed give the same split.
 */
public record Split(int[] training, int[] validation, int[] test) {

    private static final double VALIDATION = 0.2;
    private static final double TEST = 0.2;

    /**
     * 60 % to train, 20 % to validate, 20 % to test, of each class; O(samples).
     *
     * @param labels class of each sample, from 0
     */
    public static Split stratified(int[] labels, int classes, long seed) {
        int[] order = shuffled(labels.length, seed);
        int[] count = new int[classes];
        for (int label : labels) {
            count[label]++;
        }
        byte[] part = new byte[labels.length];
        int[] seen = new int[classes];
        int[] sizes = new int[3];
        for (int sample : order) {
            int label = labels[sample];
            double position = (seen[label]++ + 0.5) / count[label];
            part[sample] = (byte) (position < TEST ? 2 : position < TEST + VALIDATION ? 1 : 0);
            sizes[part[sample]]++;
        }
        int[][] parts = {new int[sizes[0]], new int[sizes[1]], new int[sizes[2]]};
        int[] next = new int[3];
        for (int sample = 0; sample < part.length; sample++) {
            parts[part[sample]][next[part[sample]]++] = sample;
        }
        return new Split(parts[0], parts[1], parts[2]);
    }

    private static int[] shuffled(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
