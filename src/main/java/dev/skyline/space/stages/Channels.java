package dev.skyline.space.stages;

/** Widths as MobileNets scale them. */
final class Channels {

    private static final int MULTIPLE = 8;

    private Channels() {}

    /** The nearest multiple of 8, but not less than nine tenths of the product, and 8 at least. */
    static int scaled(int channels, double factor) {
        if (factor == 1) {
            return channels;
        }
        double exact = channels * factor;
        int nearest = Math.max(MULTIPLE, (int) (exact + MULTIPLE / 2) / MULTIPLE * MULTIPLE);
        return nearest < 0.9 * exact ? nearest + MULTIPLE : nearest;
    }
}
