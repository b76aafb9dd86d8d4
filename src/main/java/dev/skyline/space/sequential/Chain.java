package dev.skyline.space.sequential;

import dev.skyline.architecture.Architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * An architecture of the space: {@code conv3x3-16|max|sep5x5-32|flatten|dense-64} for images, {@code
 * dense-64|dense-32|drop-0.5} for tables.
 *
 * @param blocks layers on the image; none for tables
 * @param head present exactly for images
 * @param units of the dense layers before the classifier
 * @param dropout share of the classifier's inputs that is dropped while training
 */
record Chain(List<Block> blocks, Optional<Head> head, List<Integer> units, double dropout) {

    private static final String DENSE = "dense-";
    private static final String DROPOUT = "drop-";

    Chain {
        blocks = List.copyOf(blocks);
        units = List.copyOf(units);
    }

    /**
     * @throws IllegalArgumentException where the text is no chain's; the message says what is wrong
     */
    static Chain parse(String text) {
        List<Block> blocks = new ArrayList<>();
        Optional<Head> head = Optional.empty();
        List<Integer> units = new ArrayList<>();
        double dropout = 0;
        for (String layer : text.split("\\|", -1)) {
            if (layer.startsWith(DENSE)) {
                units.add(number(layer, DENSE, Integer::valueOf));
            } else if (layer.startsWith(DROPOUT)) {
                dropout = number(layer, DROPOUT, Double::valueOf);
            } else if (head.isPresent() || !units.isEmpty()) {
                throw new IllegalArgumentException("'" + layer + "' cannot follow what stands before it in " + text);
            } else {
                head = Head.find(layer);
                if (head.isEmpty()) {
                    blocks.add(Block.parse(layer));
                }
            }
        }
        Chain chain = new Chain(blocks, head, units, dropout);
        if (!chain.text().equals(text)) {
            throw new IllegalArgumentException("'" + text + "' is written " + chain.text());
        }
        return chain;
    }

    private static <T> T number(String layer, String name, Function<String, T> read) {
        try {
            return read.apply(layer.substring(name.length()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + layer + "' is no layer; valid are dense-64, drop-0.5 and the like", e);
        }
    }

    String text() {
        StringJoiner text = new StringJoiner("|");
        blocks.forEach(block -> text.add(block.text()));
        head.ifPresent(h -> text.add(h.text()));
        units.forEach(u -> text.add(DENSE + u));
        if (dropout > 0) {
            text.add(DROPOUT + dropout);
        }
        return text.toString();
    }

    Architecture architecture() {
        return Architecture.of(text());
    }

    long poolings() {
        return blocks.stream().filter(Block::isPooling).count();
    }

    Chain withBlocks(List<Block> newBlocks) {
        return new Chain(newBlocks, head, units, dropout);
    }

    Chain withBlock(int i, Block block) {
        return withBlocks(replaced(blocks, i, block));
    }

    Chain withHead(Head newHead) {
        return new Chain(blocks, Optional.of(newHead), units, dropout);
    }

    Chain withUnits(List<Integer> newUnits) {
        return new Chain(blocks, head, newUnits, dropout);
    }

    Chain withDropout(double newDropout) {
        return new Chain(blocks, head, units, newDropout);
    }

    static <T> List<T> replaced(List<T> list, int i, T value) {
        List<T> changed = new ArrayList<>(list);
        changed.set(i, value);
        return changed;
    }

    static <T> List<T> inserted(List<T> list, int i, T value) {
        List<T> changed = new ArrayList<>(list);
        changed.add(i, value);
        return changed;
    }

    static <T> List<T> removed(List<T> list, int i) {
        List<T> changed = new ArrayList<>(list);
        changed.remove(i);
        return changed;
    }
}
