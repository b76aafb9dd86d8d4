package dev.skyline.space.nasbenchmacro;

import dev.skyline.space.Decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An architecture of the space.
 *
 * @param layers the first of each stage halves the image and widens it
 */
record Stages(List<Block> layers) {

    /** Layers of each stage. */
    static final List<Integer> DEPTHS = List.of(2, 3, 3);

    static final int LAYERS = DEPTHS.stream().mapToInt(Integer::intValue).sum();
    static final int COUNT = (int) Math.pow(Block.ALL.size(), LAYERS);

    static final List<Decision> DECISIONS = IntStream.rangeClosed(1, LAYERS)
            .mapToObj(layer -> new Decision(
                    "layer" + layer, Block.ALL.stream().map(Block::text).toList(), false))
            .toList();

    Stages {
        layers = List.copyOf(layers);
    }

    /** The architecture of an index in [0, {@link #COUNT}), the last layer counting fastest. */
    static Stages ofIndex(int index) {
        Block[] layers = new Block[LAYERS];
        int rest = index;
        for (int i = LAYERS - 1; i >= 0; i--) {
            layers[i] = Block.ALL.get(rest % Block.ALL.size());
            rest /= Block.ALL.size();
        }
        return new Stages(List.of(layers));
    }

    /**
     * @throws IllegalArgumentException where the text is of no architecture
     */
    static Stages parse(String text) {
        if (text.length() != LAYERS || text.chars().anyMatch(c -> c < '0' || c >= '0' + Block.ALL.size())) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no architecture; it reads 02112010, that is: for each of " + LAYERS
                            + " layers, 0 identity, 1 MB3_K3 or 2 MB6_K5");
        }
        return new Stages(text.chars().mapToObj(c -> Block.ALL.get(c - '0')).toList());
    }

    Stages with(int layer, Block block) {
        List<Block> changed = new ArrayList<>(layers);
        changed.set(layer, block);
        return new Stages(changed);
    }

    /** As the benchmark writes it: a digit for each layer. */
    String text() {
        StringBuilder text = new StringBuilder(LAYERS);
        layers.forEach(block -> text.append(block.ordinal()));
        return text.toString();
    }

    /**
     * A text shared by those that compute the same, of which there are 3,969: after the first layer of a stage an identity
     * does nothing, so its place among the others does not matter.
     */
    String canonicalForm() {
        StringBuilder form = new StringBuilder(LAYERS + DEPTHS.size());
        int layer = 0;
        for (int depth : DEPTHS) {
            form.append('|').append(layers.get(layer).ordinal());
            layers.subList(layer + 1, layer + depth).stream()
                    .filter(block -> block != Block.IDENTITY)
                    .forEach(block -> form.append(block.ordinal()));
            layer += depth;
        }
        return form.toString();
    }
}
