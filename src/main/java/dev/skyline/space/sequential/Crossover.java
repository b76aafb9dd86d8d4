package dev.skyline.space.sequential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.random.RandomGenerator;

/**
 * Takes every decision from one parent or the other with equal chance; what only one parent decides, because it is deeper
 * or convolves where the other pools, comes from that one.
 */
record Crossover(Choices choices, RandomGenerator random) {

    Chain of(Chain mother, Chain father) {
        return new Chain(
                blocks(mother.blocks(), father.blocks()),
                either(mother.head(), father.head()),
                mixed(mother.units(), father.units(), this::either),
                either(choices.dropouts(), mother.dropout(), father.dropout()));
    }

    /**
     * Drawn again while there are too many poolings. At least one draw in 2 to the power of {@code maxPoolings} succeeds:
     * where a pooling of the shallower parent meets something else in the deeper, choosing the latter each time leaves no
     * more than the deeper one has.
     */
    private List<Block> blocks(List<Block> mother, List<Block> father) {
        List<Block> child;
        do {
            child = mixed(mother, father, this::block);
        } while (child.stream().filter(Block::isPooling).count() > choices.maxPoolings());
        return child;
    }

    private Block block(Block mother, Block father) {
        Block chosen = either(mother, father);
        return mother.isPooling() || father.isPooling()
                ? chosen
                : chosen.withKernel(either(mother.kernel(), father.kernel()))
                        .withFilters(either(mother.filters(), father.filters()))
                        .withSkip(either(choices.skips(), mother.skip(), father.skip()));
    }

    private <T> List<T> mixed(List<T> mother, List<T> father, BinaryOperator<T> both) {
        int size = either(mother, father).size();
        List<T> child = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            if (i < mother.size() && i < father.size()) {
                child.add(both.apply(mother.get(i), father.get(i)));
            } else {
                child.add((i < mother.size() ? mother : father).get(i));
            }
        }
        return child;
    }

    /** Draws nothing where there is nothing to choose, so that a seed keeps its meaning. */
    private <T> T either(List<T> options, T mother, T father) {
        return options.size() == 1 ? mother : either(mother, father);
    }

    private <T> T either(T mother, T father) {
        return random.nextBoolean() ? mother : father;
    }
}
