package dev.skyline.space.motifs;

/** How a node of several edges becomes one image. */
enum Merge {
    /** Side by side, then a convolution 1×1 to the width of one. */
    CONCATENATE(4),
    ADD(1);

    private final int layers;

    Merge(int layers) {
        this.layers = layers;
    }

    /** How many of a network it takes. */
    int layers() {
        return layers;
    }
}
