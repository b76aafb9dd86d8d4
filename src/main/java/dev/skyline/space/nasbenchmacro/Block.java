package dev.skyline.space.nasbenchmacro;

import java.util.List;

/** What a layer does, in the benchmark's order. MBe_Kk is an inverted residual of expansion e and kernel k. */
enum Block {
    IDENTITY(0, 0),
    MB3_K3(3, 3),
    MB6_K5(6, 5);

    static final List<Block> ALL = List.of(values());

    private final int expansion;
    private final int kernel;

    Block(int expansion, int kernel) {
        this.expansion = expansion;
        this.kernel = kernel;
    }

    /** By the name of the benchmark's authors. */
    String text() {
        return this == IDENTITY ? "identity" : name();
    }

    /** Inner channels for each input channel. */
    int expansion() {
        return expansion;
    }

    int kernel() {
        return kernel;
    }
}
