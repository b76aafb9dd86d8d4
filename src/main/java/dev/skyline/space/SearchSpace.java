package dev.skyline.space;

import dev.skyline.architecture.Architecture;
import dev.skyline.network.Network;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A set of architectures for one {@link Task}. Capabilities that not every space has are sub-interfaces. Immutable; all
 * randomness comes from the generator that is handed in.
 */
public interface SearchSpace {

    /** A random architecture: every decision uniform over its options. */
    Architecture sample(RandomGenerator random);

    /**
     * The architecture that a text describes; {@code parse(a.text())} equals {@code a}.
     *
     * @throws IllegalArgumentException where the text is of no architecture of this space
     */
    Architecture parse(String text);

    /**
     * The layer graph of an architecture of this space, for the space's task, ending in softmax.
     *
     * @throws UnsupportedOperationException where the space {@linkplain #hasNetworks() has none}
     */
    Network decode(Architecture architecture);

    /** Whether its architectures are networks; those of a bare table of results are not. */
    default boolean hasNetworks() {
        return true;
    }

    /** Number of architectures, by their texts. */
    BigInteger size();

    default boolean contains(Architecture architecture) {
        try {
            return parse(architecture.text()).equals(architecture);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Has small steps. */
    interface Mutable extends SearchSpace {

        /** An architecture that differs from the parent in exactly one decision, uniform over decisions and options. */
        Architecture mutate(Architecture parent, RandomGenerator random);
    }

    /** Can combine two architectures. */
    interface Crossable extends SearchSpace {

        /** A child that takes every decision from one parent or the other with equal chance (uniform crossover). */
        Architecture crossover(Architecture mother, Architecture father, RandomGenerator random);
    }

    /** Can be walked through as a whole. */
    interface Enumerable extends SearchSpace {

        /** Every architecture once, in a fixed order, lazily. */
        Stream<Architecture> all();
    }
}
