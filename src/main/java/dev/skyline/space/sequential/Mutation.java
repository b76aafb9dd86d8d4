package dev.skyline.space.sequential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Changes exactly one decision, uniform over those that have another option. The decisions are the two numbers of layers
 * (one layer more or less, at a random place), each layer's operation (which draws its parameters anew), kernel and
 * filters and skip connection, the head, the units of each dense layer, and the dropout.
 */
final class Mutation {

    private final Choices choices;
    private final Sampling draw;
    private final Chain chain;
    private final List<Supplier<Chain>> changes = new ArrayList<>();

    Mutation(Choices choices, Chain chain, RandomGenerator random) {
        this.choices = choices;
        this.draw = new Sampling(choices, random);
        this.chain = chain;
        if (!choices.depth().isFixed()) {
            changes.add(() -> chain.withBlocks(resized(chain.blocks(), choices.depth(), this::newBlock)));
        }
        for (int i = 0; i < chain.blocks().size(); i++) {
            addChangesOfBlock(i, chain.blocks().get(i));
        }
        if (choices.heads().size() > 1) {
            changes.add(() ->
                    chain.withHead(draw.other(choices.heads(), chain.head().orElseThrow())));
        }
        if (!choices.dense().isFixed()) {
            changes.add(
                    () -> chain.withUnits(resized(chain.units(), choices.dense(), () -> draw.one(choices.units()))));
        }
        for (int i = 0; i < chain.units().size(); i++) {
            addChangeOfUnits(i);
        }
        if (choices.dropouts().size() > 1) {
            changes.add(() -> chain.withDropout(draw.other(choices.dropouts(), chain.dropout())));
        }
    }

    Chain apply() {
        return draw.one(changes).get();
    }

    private void addChangesOfBlock(int i, Block block) {
        long others = chain.poolings() - (block.isPooling() ? 1 : 0);
        List<Operation> operations = choices.operations(others);
        if (operations.size() > 1) {
            changes.add(() -> chain.withBlock(i, draw.block(draw.other(operations, block.operation()))));
        }
        if (!block.isPooling()) {
            addChange(i, choices.kernels(), block.kernel(), block::withKernel);
            addChange(i, choices.filters(), block.filters(), block::withFilters);
            addChange(i, choices.skips(), block.skip(), block::withSkip);
        }
    }

    private <T> void addChange(int i, List<T> options, T old, Function<T, Block> change) {
        if (options.size() > 1) {
            changes.add(() -> chain.withBlock(i, change.apply(draw.other(options, old))));
        }
    }

    private void addChangeOfUnits(int i) {
        if (choices.units().size() > 1) {
            changes.add(() -> chain.withUnits(Chain.replaced(
                    chain.units(), i, draw.other(choices.units(), chain.units().get(i)))));
        }
    }

    private Block newBlock() {
        return draw.block(draw.one(choices.operations(chain.poolings())));
    }

    private <T> List<T> resized(List<T> layers, Range range, Supplier<T> added) {
        boolean grow = layers.size() < range.max()
                && (layers.size() == range.min() || draw.random().nextBoolean());
        return grow
                ? Chain.inserted(layers, draw.random().nextInt(layers.size() + 1), added.get())
                : Chain.removed(layers, draw.random().nextInt(layers.size()));
    }
}
