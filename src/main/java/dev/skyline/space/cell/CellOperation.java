package dev.skyline.space.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands on an edge of a NAS-Bench-201 cell, in the benchmark's order and by its names. */
enum CellOperation {
    NONE,
    SKIP_CONNECT,
    NOR_CONV_1X1,
    NOR_CONV_3X3,
    AVG_POOL_3X3;

    static final List<CellOperation> ALL = List.of(values());

    private final String text = name().toLowerCase(Locale.ROOT);

    static Optional<CellOperation> find(String text) {
        return ALL.stream().filter(operation -> operation.text.equals(text)).findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(CellOperation::text).toList();
    }

    String text() {
        return text;
    }
}
