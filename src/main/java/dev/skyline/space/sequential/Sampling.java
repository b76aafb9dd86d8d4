package dev.skyline.space.sequential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Draws each decision uniformly from its options: the depth, then layer by layer, then the head and what follows. */
record Sampling(Choices choices, RandomGenerator random) {

    Chain chain() {
        int depth = choices.depth().draw(random);
        List<Block> blocks = new ArrayList<>(depth);
        int poolings = 0;
        for (int i = 0; i < depth; i++) {
            Block block = block(one(choices.operations(poolings)));
            poolings += block.isPooling() ? 1 : 0;
            blocks.add(block);
        }
        Optional<Head> head = choices.heads().isEmpty() ? Optional.empty() : Optional.of(one(choices.heads()));
        int dense = choices.dense().draw(random);
        List<Integer> units = new ArrayList<>(dense);
        for (int i = 0; i < dense; i++) {
            units.add(one(choices.units()));
        }
        return new Chain(blocks, head, units, any(choices.dropouts()));
    }

    /** A layer of this operation, with parameters of its own. */
    Block block(Operation operation) {
        return operation.isPooling()
                ? Block.pooling(operation)
                : new Block(operation, one(choices.kernels()), one(choices.filters()), any(choices.skips()));
    }

    /** Draws nothing where there is a single option, so that a seed keeps its meaning. */
    private <T> T any(List<T> options) {
        return options.size() == 1 ? options.get(0) : one(options);
    }

    <T> T one(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    /** One of the options but not {@code old}. */
    <T> T other(List<T> options, T old) {
        int skipped = options.indexOf(old);
        int i = random.nextInt(options.size() - 1);
        return options.get(i < skipped ? i : i + 1);
    }
}
