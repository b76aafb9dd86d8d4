package dev.skyline.space.darts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an edge does to its source, in the authors' order and by their names. */
enum Operation {
    NONE,
    MAX_POOL_3X3,
    AVG_POOL_3X3,
    SKIP_CONNECT,
    SEP_CONV_3X3,
    SEP_CONV_5X5,
    DIL_CONV_3X3,
    DIL_CONV_5X5;

    private final String text = name().toLowerCase(Locale.ROOT);

    static Optional<Operation> find(String text) {
        return Arrays.stream(values())
                .filter(operation -> operation.text.equals(text))
                .findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Operation::text).toList();
    }

    String text() {
        return text;
    }
}
