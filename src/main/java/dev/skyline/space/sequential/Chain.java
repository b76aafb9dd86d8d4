package dev.skyline.space.sequential;

import dev.skyline.architecture.Architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * An architecture of the space: {@code conv3x3-16|max|sep5x5-32|flatten|dense-64} for images, {@code
 * dense-64|dense-32} for tables.
 *
 * @param blocks layers on the image; none for tables
 * @param head present exactly for images
 * @param units of the dense layers before the classifier
 */
record Chain(List<Block> blocks, Optional<Head> head, List<Integer> units) {

    private static final String DENSE = "dense-";

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
        for (String layer : text.split("\\|", -1)) {
            if (layer.startsWith(DENSE)) {
                units.add(units(layer));
            } else if (head.isPresent() || !units.isEmpty()) {
                throw new IllegalArgumentException("'" + layer + "' cannot follow what stands before it in " + text);
            } else {
                head = Head.find(layer);
                if (head.isEmpty()) {
                    blocks.add(Block.parse(layer));
                }
            }
        }
        Chain chain = new Chain(blocks, head, units);
        if (!chain.text().equals(text)) {
            throw new IllegalArgumentException("'" + text + "' is written " + chain.text());
        }
        return chain;
    }

    private static int units(String layer) {
        try {
            return Integer.parseInt(layer.substring(DENSE.length()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + layer + "' is no layer; a dense one reads dense-64", e);
        }
    }

    String text() {
        StringJoiner text = new StringJoiner("|");
        blocks.forEach(block -> text.add(block.text()));
        head.ifPresent(h -> text.add(h.text()));
        units.forEach(u -> text.add(DENSE + u));
        return text.toString();
    }

    Architecture architecture() {
        return Architecture.of(text());
    }

    long poolings() {
        return blocks.stream().filter(Block::isPooling).count();
    }

    Chain withBlocks(List<Block> newBlocks) {
        return new Chain(newBlocks, head, units);
    }

    Chain withBlock(int i, Block block) {
        return withBlocks(replaced(blocks, i, block));
    }

    Chain withHead(Head newHead) {
        return new Chain(blocks, Optional.of(newHead), units);
    }

    Chain withUnits(List<Integer> newUnits) {
        return new Chain(blocks, head, newUnits);
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
