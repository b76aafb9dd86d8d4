package dev.skyline.dl4j;

import dev.skyline.dataset.Samples;
import dev.skyline.dl4j.MiniBatches.MiniBatch;
import dev.skyline.network.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class MiniBatchesTest {

    private static final int HEIGHT = 3;
    private static final int WIDTH = 4;
    private static final int VALUES = 2 * HEIGHT * WIDTH;

    private final MiniBatches batches = new MiniBatches(samples(), Shape.image(2, HEIGHT, WIDTH));

    /** Pixels 1, 2, 3 … of two images. */
    private static Samples samples() {
        byte[] pixels = new byte[2 * VALUES];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i + 1);
        }
        return Samples.ofImages(2, VALUES, 3, new int[] {2, 0}, pixels);
    }

    @AfterEach
    void close() {
        batches.close();
    }

    @Test
    void samplesAreLoadedInTheOrderAskedFor() {
        MiniBatch batch = batches.load(new int[] {0, 1, 0}, 1, 2);
        assertThat(batch.features().shape()).containsExactly(2, 2, HEIGHT, WIDTH);
        assertThat(raw(batch, 0)).isEqualTo(VALUES + 1);
        assertThat(raw(batch, VALUES)).isEqualTo(1);
        assertThat(batch.labels().toFloatMatrix()).isDeepEqualTo(new float[][] {{1, 0, 0}, {0, 0, 1}});
    }

    @Test
    void shiftedImagesMoveAsAWholeAndBringInZeros() {
        SplittableRandom random = new SplittableRandom(1);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            MiniBatch batch = batches.load(new int[] {0}, 0, 1, 5, random);
            int[] shift = shiftOf(batch);
            seen.add(shift[0] + "," + shift[1]);
            for (int at = 0; at < VALUES; at++) {
                assertThat(raw(batch, at)).isEqualTo(expected(at, shift[0], shift[1]));
            }
        }
        int visible = (2 * HEIGHT - 1) * (2 * WIDTH - 1);
        assertThat(seen)
                .as("every shift that leaves a pixel, and one that leaves none")
                .hasSize(visible + 1);
    }

    private static int expected(int at, int down, int right) {
        int y = at / WIDTH % HEIGHT - down;
        int x = at % WIDTH - right;
        boolean inside = y >= 0 && y < HEIGHT && x >= 0 && x < WIDTH;
        return inside ? at / (HEIGHT * WIDTH) * HEIGHT * WIDTH + y * WIDTH + x + 1 : 0;
    }

    /** Read from where one visible pixel came from. */
    private static int[] shiftOf(MiniBatch batch) {
        for (int at = 0; at < HEIGHT * WIDTH; at++) {
            int source = raw(batch, at) - 1;
            if (source >= 0) {
                return new int[] {at / WIDTH - source / WIDTH, at % WIDTH - source % WIDTH};
            }
        }
        return new int[] {HEIGHT, WIDTH};
    }

    private static int raw(MiniBatch batch, int at) {
        return Math.round(batch.features().reshape(-1).getFloat(at) * 255);
    }
}
