package dev.skyline.space.sequential;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that a {@link Mutation} can make of a chain. */
record Neighbourhood(Choices choices, Chain chain) {

    /** Each once, lazily. */
    Stream<Chain> all() {
        Stream<Chain> heads = choices.heads().stream()
                .filter(head -> !chain.head().equals(Optional.of(head)))
                .map(chain::withHead);
        return Stream.of(
                        resized(chain.blocks(), choices.depth(), () -> blocks(chain.poolings()))
                                .map(chain::withBlocks),
                        IntStream.range(0, chain.blocks().size()).boxed().flatMap(this::changes),
                        heads,
                        resized(chain.units(), choices.dense(), choices.units()::stream)
                                .map(chain::withUnits),
                        IntStream.range(0, chain.units().size()).boxed().flatMap(this::otherUnits),
                        choices.dropouts().stream()
                                .filter(dropout -> dropout != chain.dropout())
                                .map(chain::withDropout))
                .flatMap(Function.identity())
                .distinct();
    }

    private static <T> Stream<List<T>> resized(List<T> layers, Range range, Supplier<Stream<T>> added) {
        Stream<List<T>> longer = layers.size() < range.max()
                ? IntStream.rangeClosed(0, layers.size())
                        .boxed()
                        .flatMap(i -> added.get().map(layer -> Chain.inserted(layers, i, layer)))
                : Stream.empty();
        Stream<List<T>> shorter = layers.size() > range.min()
                ? IntStream.range(0, layers.size()).mapToObj(i -> Chain.removed(layers, i))
                : Stream.empty();
        return Stream.concat(longer, shorter);
    }

    private Stream<Chain> changes(int i) {
        Block block = chain.blocks().get(i);
        Stream<Block> others = blocks(chain.poolings() - (block.isPooling() ? 1 : 0))
                .filter(other -> other.operation() != block.operation());
        Stream<Block> resized = block.isPooling()
                ? Stream.empty()
                : Stream.of(
                                choices.kernels().stream().map(block::withKernel),
                                choices.filters().stream().map(block::withFilters),
                                choices.skips().stream().map(block::withSkip))
                        .flatMap(Function.identity());
        return Stream.concat(others, resized)
                .filter(other -> !other.equals(block))
                .map(other -> chain.withBlock(i, other));
    }

    private Stream<Chain> otherUnits(int i) {
        return choices.units().stream()
                .filter(units -> !units.equals(chain.units().get(i)))
                .map(units -> chain.withUnits(Chain.replaced(chain.units(), i, units)));
    }

    /** What may stand where so many other layers pool. */
    private Stream<Block> blocks(long poolings) {
        return choices.operations(poolings).stream().flatMap(choices::blocks);
    }
}
