package dev.skyline.dl4j;

import dev.skyline.dataset.Samples;
import dev.skyline.dataset.Split;

import java.util.Random;

/**
 * Images of 8×8 pixels with noise and a bright bar, whose direction is the class: across, upright, falling or rising. The
 * bar lies anywhere, so no single pixel tells the class.
 */
record Bars(Samples samples, Split split) {

    static final int PIXELS = 8;
    static final int CLASSES = 4;

    static Bars of(int count) {
        Random random = new Random(1);
        byte[] pixels = new byte[count * PIXELS * PIXELS];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            labels[n] = random.nextInt(CLASSES);
            int place = random.nextInt(PIXELS);
            for (int y = 0; y < PIXELS; y++) {
                for (int x = 0; x < PIXELS; x++) {
                    int across = new int[] {y, x, y + x, y - x + PIXELS}[labels[n]] % PIXELS;
                    int light = across == place ? 150 : 0;
                    pixels[(n * PIXELS + y) * PIXELS + x] = (byte) (light + random.nextInt(100));
                }
            }
        }
        return new Bars(
                Samples.ofImages(1, PIXELS * PIXELS, CLASSES, labels, pixels), Split.stratified(labels, CLASSES, 3));
    }
}
