package dev.skyline.strategy.fidelity;

import dev.skyline.architecture.Architecture;
import dev.skyline.network.Network;
import dev.skyline.space.SearchSpace;

import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;

/** The rows of a table as a search space. There are no networks behind it. */
record RowSpace(List<Architecture> rows) implements SearchSpace {

    @Override
    public Architecture sample(RandomGenerator random) {
        return rows.get(random.nextInt(rows.size()));
    }

    @Override
    public Architecture parse(String text) {
        return Architecture.of(text);
    }

    @Override
    public Network decode(Architecture architecture) {
        throw new UnsupportedOperationException("there are no networks here");
    }

    @Override
    public BigInteger size() {
        return BigInteger.valueOf(rows.size());
    }
}
