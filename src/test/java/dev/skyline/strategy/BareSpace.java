package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;
import dev.skyline.network.Network;
import dev.skyline.space.SearchSpace;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/** A space without any capability beyond what every space has. */
record BareSpace(SearchSpace space) implements SearchSpace {

    @Override
    public Architecture sample(RandomGenerator random) {
        return space.sample(random);
    }

    @Override
    public Architecture parse(String text) {
        return space.parse(text);
    }

    @Override
    public Network decode(Architecture architecture) {
        return space.decode(architecture);
    }

    @Override
    public BigInteger size() {
        return space.size();
    }
}
