package dev.skyline.space.sequential;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Whole numbers from {@code min} to {@code max}, both included. */
record Range(int min, int max) {

    static final Range ZERO = new Range(0, 0);

    boolean contains(int value) {
        return value >= min && value <= max;
    }

    boolean isFixed() {
        return min == max;
    }

    int draw(RandomGenerator random) {
        return random.nextInt(min, max + 1);
    }

    int count() {
        return max - min + 1;
    }

    IntStream stream() {
        return IntStream.rangeClosed(min, max);
    }
}
