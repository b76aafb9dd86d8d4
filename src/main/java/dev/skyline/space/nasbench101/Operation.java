package dev.skyline.space.nasbench101;

import java.util.List;

/** What an inner vertex does, in the benchmark's order. */
enum Operation {
    CONV_3X3,
    CONV_1X1,
    MAX_POOL_3X3;

    static final List<Operation> ALL = List.of(values());
}
