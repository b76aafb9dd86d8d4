package dev.skyline.space.motifs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the edges of level-2 motifs do, in the paper's order; numbered from 1 in texts, as 0 is no edge. */
enum Primitive {
    CONV_1X1(3),
    DEPTHWISE_3X3(3),
    SEPARABLE_3X3(4),
    MAX_POOL_3X3(1),
    AVERAGE_POOL_3X3(1),
    IDENTITY(0);

    private final int layers;
    private final String text = name().toLowerCase(Locale.ROOT);

    Primitive(int layers) {
        this.layers = layers;
    }

    static Primitive of(int number) {
        return values()[number - 1];
    }

    /** Of the primitives with these texts. */
    static List<Integer> numbers(List<String> texts) {
        return Arrays.stream(values())
                .filter(primitive -> texts.contains(primitive.text))
                .map(Primitive::number)
                .toList();
    }

    int number() {
        return ordinal() + 1;
    }

    String text() {
        return text;
    }

    /** How many of a network it takes. */
    int layers() {
        return layers;
    }
}
