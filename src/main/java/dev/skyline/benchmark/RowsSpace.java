package dev.skyline.benchmark;

import dev.skyline.architecture.Architecture;
import dev.skyline.network.Network;
import dev.skyline.space.SearchSpace;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The architectures of a table and nothing else: texts without a network. */
public record RowsSpace(BenchmarkTable table) implements SearchSpace.Enumerable {

    @Override
    public Architecture sample(RandomGenerator random) {
        return table.architectures().get(random.nextInt(table.architectures().size()));
    }

    @Override
    public Architecture parse(String text) {
        return table.architecture(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no architecture of this table"));
    }

    @Override
    public boolean hasNetworks() {
        return false;
    }

    @Override
    public Network decode(Architecture architecture) {
        throw new UnsupportedOperationException("rows of a table have no network");
    }

    @Override
    public BigInteger size() {
        return BigInteger.valueOf(table.architectures().size());
    }

    @Override
    public Stream<Architecture> all() {
        return table.architectures().stream();
    }
}
