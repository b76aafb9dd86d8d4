package dev.skyline.space.sequential;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The chains of a space by number, from 0; every chain has a text of its own, so the count is exact. */
final class Enumeration {

    private final Choices choices;
    /** Number of block sequences by layers to come and poolings still allowed. */
    private final BigInteger[][] sequences;

    private final BigInteger units;
    private final BigInteger heads;
    private final BigInteger denseParts;
    private final BigInteger size;

    Enumeration(Choices choices) {
        this.choices = choices;
        this.sequences = sequences();
        this.units = BigInteger.valueOf(choices.units().size());
        this.heads = BigInteger.valueOf(Math.max(1, choices.heads().size()));
        this.denseParts = choices.dense().stream().mapToObj(units::pow).reduce(BigInteger.ZERO, BigInteger::add);
        this.size = choices.depth().stream()
                .mapToObj(depth -> sequences[depth][choices.maxPoolings()])
                .reduce(BigInteger.ZERO, BigInteger::add)
                .multiply(heads)
                .multiply(denseParts)
                .multiply(BigInteger.valueOf(choices.dropouts().size()));
    }

    private BigInteger[][] sequences() {
        BigInteger[][] table = new BigInteger[choices.depth().max() + 1][choices.maxPoolings() + 1];
        Arrays.fill(table[0], BigInteger.ONE);
        for (int layers = 1; layers < table.length; layers++) {
            for (int poolings = 0; poolings <= choices.maxPoolings(); poolings++) {
                table[layers][poolings] = BigInteger.ZERO;
                for (Operation operation : choices.operations(choices.maxPoolings() - poolings)) {
                    BigInteger rest = table[layers - 1][poolings - (operation.isPooling() ? 1 : 0)];
                    table[layers][poolings] = table[layers][poolings].add(rest.multiply(variants(operation)));
                }
            }
        }
        return table;
    }

    private BigInteger variants(Operation operation) {
        return operation.isPooling()
                ? BigInteger.ONE
                : BigInteger.valueOf((long) choices.kernels().size()
                        * choices.filters().size()
                        * choices.skips().size());
    }

    BigInteger size() {
        return size;
    }

    Stream<Chain> all() {
        return Stream.iterate(BigInteger.ZERO, i -> i.compareTo(size) < 0, i -> i.add(BigInteger.ONE))
                .map(this::at);
    }

    private Chain at(BigInteger index) {
        BigInteger[] dropout =
                index.divideAndRemainder(BigInteger.valueOf(choices.dropouts().size()));
        BigInteger[] dense = dropout[0].divideAndRemainder(denseParts);
        BigInteger[] head = dense[0].divideAndRemainder(heads);
        return new Chain(
                blocks(head[0]),
                choices.heads().isEmpty()
                        ? Optional.empty()
                        : Optional.of(choices.heads().get(head[1].intValue())),
                units(dense[1]),
                choices.dropouts().get(dropout[1].intValue()));
    }

    private List<Block> blocks(BigInteger index) {
        int layers = choices.depth().min();
        int poolings = choices.maxPoolings();
        BigInteger rest = index;
        while (rest.compareTo(sequences[layers][poolings]) >= 0) {
            rest = rest.subtract(sequences[layers][poolings]);
            layers++;
        }
        List<Block> blocks = new ArrayList<>(layers);
        for (int left = layers - 1; left >= 0; left--) {
            for (Operation operation : choices.operations(choices.maxPoolings() - poolings)) {
                int after = poolings - (operation.isPooling() ? 1 : 0);
                BigInteger share = sequences[left][after].multiply(variants(operation));
                if (rest.compareTo(share) < 0) {
                    BigInteger[] variant = rest.divideAndRemainder(sequences[left][after]);
                    blocks.add(block(operation, variant[0].intValue()));
                    rest = variant[1];
                    poolings = after;
                    break;
                }
                rest = rest.subtract(share);
            }
        }
        return blocks;
    }

    private Block block(Operation operation, int variant) {
        int filters = choices.filters().size();
        int skips = choices.skips().size();
        return operation.isPooling()
                ? Block.pooling(operation)
                : new Block(
                        operation,
                        choices.kernels().get(variant / skips / filters),
                        choices.filters().get(variant / skips % filters),
                        choices.skips().get(variant % skips));
    }

    private List<Integer> units(BigInteger index) {
        int count = choices.dense().min();
        BigInteger rest = index;
        while (rest.compareTo(units.pow(count)) >= 0) {
            rest = rest.subtract(units.pow(count));
            count++;
        }
        List<Integer> layers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            BigInteger[] digit = rest.divideAndRemainder(units);
            layers.add(choices.units().get(digit[1].intValue()));
            rest = digit[0];
        }
        return layers;
    }
}
