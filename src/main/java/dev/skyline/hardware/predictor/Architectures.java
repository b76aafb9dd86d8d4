package dev.skyline.hardware.predictor;

import dev.skyline.network.Network;

import java.util.random.RandomGenerator;

/** The architectures that a predictor is for, by their canonical texts. */
public interface Architectures {

    /**
     * @throws IllegalArgumentException where the text is none's
     */
    void check(String architecture);

    /**
     * @throws IllegalArgumentException where the text is none's
     */
    Network decode(String architecture);

    /** A random one. */
    String sample(RandomGenerator random);
}
