package dev.skyline.dl4j;

import dev.skyline.dataset.Samples;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Which samples are trained on, and in which order. */
final class TrainingOrder {

    private TrainingOrder() {}

    /** A share of each class's samples, at least one; the same seed gives a smaller share out of a larger one. */
    static int[] share(int[] training, double fraction, Samples samples, SplittableRandom random) {
        int[] order = training.clone();
        shuffle(order, random);
        int[] wanted = new int[samples.classes()];
        for (int sample : order) {
            wanted[samples.label(sample)]++;
        }
        for (int label = 0; label < wanted.length; label++) {
            wanted[label] = (int) Math.ceil(fraction * wanted[label]);
        }
        return Arrays.stream(order)
                .filter(sample -> wanted[samples.label(sample)]-- > 0)
                .toArray();
    }

    /** Fisher–Yates, in place. */
    static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }
}
