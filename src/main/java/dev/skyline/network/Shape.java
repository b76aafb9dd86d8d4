package dev.skyline.network;

/**
 * Shape of one sample's activations; the batch dimension is never part of it. It has fewer than 2³¹ values, so that
 * arrays can hold them.
 */
public sealed interface Shape {

    /** Number of values of one sample. */
    long elements();

    /** Channels of an image, values of a vector. */
    int channels();

    /** The same but for the number of channels, or values. */
    Shape withChannels(int channels);

    static Image image(int channels, int height, int width) {
        return new Image(channels, height, width);
    }

    static Features features(int size) {
        return new Features(size);
    }

    /** Channels × height × width, in this order in memory. */
    record Image(int channels, int height, int width) implements Shape {

        public Image {
            if (channels < 1 || height < 1 || width < 1) {
                throw new ShapeMismatch(
                        "an image has at least one channel and one pixel, not %d×%d×%d", channels, height, width);
            }
            if ((long) height * width > Integer.MAX_VALUE / channels) {
                throw new ShapeMismatch("an image of %d×%d×%d has too many values", channels, height, width);
            }
        }

        @Override
        public long elements() {
            return (long) channels * height * width;
        }

        @Override
        public Image withChannels(int other) {
            return new Image(other, height, width);
        }

        @Override
        public String toString() {
            return channels + "×" + height + "×" + width;
        }
    }

    /** A flat vector. */
    record Features(int size) implements Shape {

        public Features {
            if (size < 1) {
                throw new ShapeMismatch("a vector has at least one value, not %d", size);
            }
        }

        @Override
        public long elements() {
            return size;
        }

        @Override
        public int channels() {
            return size;
        }

        @Override
        public Features withChannels(int other) {
            return new Features(other);
        }

        @Override
        public String toString() {
            return Integer.toString(size);
        }
    }
}
