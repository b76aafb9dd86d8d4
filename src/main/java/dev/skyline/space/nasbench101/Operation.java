package dev.skyline.space.nasbench101;

import java.util.List;
import java.util.Locale;

/** What an inner vertex does, in the benchmark's order. */
enum Operation {
    CONV_3X3,
    CONV_1X1,
    MAX_POOL_3X3;

    static final List<Operation> ALL = List.of(values());

    static List<String> texts() {
        return ALL.stream()
                .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
