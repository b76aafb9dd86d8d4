package dev.skyline.search;

import dev.skyline.architecture.ArchitectureId;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Where random numbers come from: the experiment's seed and the place where they are used, nothing else. */
final class Seeds {

    private Seeds() {}

    /** For one try at proposing one trial. */
    static RandomGenerator proposal(long seed, int trial, int attempt) {
        return new SplittableRandom(mix(mix(seed, trial), attempt));
    }

    /** For training an architecture: independent of the trial, so that its result can be used again. */
    static long training(long seed, ArchitectureId architecture) {
        return mix(seed, Long.parseUnsignedLong(architecture.value().substring(0, 16), 16));
    }

    /** For splitting the data. */
    static long split(long seed) {
        return mix(seed, 0x73706c6974L);
    }

    /** SplitMix64's finaliser (Steele, Lea and Flood 2014) over the combination. */
    private static long mix(long a, long b) {
        long z = a * 0x9e3779b97f4a7c15L + b;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
