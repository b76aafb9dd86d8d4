package dev.skyline.space;

import dev.skyline.architecture.Architecture;
import dev.skyline.network.Network;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
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

    /**
     * Consists of a fixed list of decisions, each with a fixed list of options; some apply only under what others choose.
     * What learns from trials (surrogates, controllers) sees architectures through this.
     */
    interface Encodable extends SearchSpace {

        /** A choice of a decision that does not apply. */
        int NONE = -1;

        /** In a fixed order: those that decide whether others apply stand before them. */
        List<Decision> decisions();

        /** Index of the option taken for each decision, or {@link #NONE} where the decision does not apply. */
        int[] choices(Architecture architecture);

        /**
         * The architecture of these choices; those of decisions that do not apply are ignored.
         *
         * @return empty where the space excludes the combination, or a decision that applies is {@link #NONE}
         */
        Optional<Architecture> architecture(int[] choices);

        /** Each decision one-hot, one after the other; all zero for one that does not apply. */
        default double[] encode(Architecture architecture) {
            return OneHot.encode(decisions(), choices(architecture));
        }

        /**
         * The architectures that differ in one decision, without repeats; where that makes others apply, these take their
         * first option. Lazily; O(options) in all.
         */
        default Stream<Architecture> neighbours(Architecture architecture) {
            return Neighbours.of(this, architecture);
        }
    }

    /** Has a skeleton that can be made larger without a change of what is searched. */
    interface Scalable extends Mutable, Crossable, Enumerable, Encodable {

        /**
         * The same architectures, by their texts, in a larger skeleton, for larger images.
         *
         * @throws dev.skyline.plugin.InvalidSettings where it would be too large
         */
        Scalable scaled(Scaling scaling);
    }

    /** Cells whose function is told by the paths of operations from their input to their output. */
    interface PathEncodable extends Encodable {

        /**
         * One for every path that the cell has, zero for every other that a cell could have; shorter paths first, so that a
         * beginning of it is White et al.'s truncated encoding (BANANAS, 2021, section 3).
         */
        double[] encodePaths(Architecture architecture);
    }
}
