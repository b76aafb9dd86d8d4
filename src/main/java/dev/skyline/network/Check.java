package dev.skyline.network;

import dev.skyline.network.Shape.Features;
import dev.skyline.network.Shape.Image;

import java.util.List;

/** What layers require of their sizes and inputs, with messages that name the layer. */
final class Check {

    /** Wider windows, steps and gaps are mistakes; and what is derived from these stays within 32 bits. */
    private static final int MAX_WINDOW = 1024;

    private Check() {}

    static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }

    static void window(int kernel, int stride, int dilation) {
        pixels("kernel", kernel);
        pixels("stride", stride);
        pixels("dilation", dilation);
    }

    private static void pixels(String name, int value) {
        if (value < 1 || value > MAX_WINDOW) {
            throw new IllegalArgumentException(name + " must be from 1 to " + MAX_WINDOW + ", not " + value);
        }
    }

    static Shape one(Layer layer, List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw new ShapeMismatch("%s takes one input, not %d", layer, inputs.size());
        }
        return inputs.get(0);
    }

    static Image image(Layer layer, List<Shape> inputs) {
        if (one(layer, inputs) instanceof Image image) {
            return image;
        }
        throw new ShapeMismatch("%s takes an image, not a vector of %s", layer, inputs.get(0));
    }

    static Features features(Layer layer, List<Shape> inputs) {
        if (one(layer, inputs) instanceof Features features) {
            return features;
        }
        throw new ShapeMismatch("%s takes a vector, not an image of %s", layer, inputs.get(0));
    }

    static Image strided(Image in, int channels, int stride) {
        return new Image(channels, ceil(in.height(), stride), ceil(in.width(), stride));
    }

    private static int ceil(int pixels, int stride) {
        return (pixels - 1) / stride + 1;
    }

    static Shape equal(List<Shape> inputs) {
        if (inputs.size() < 2 || !inputs.stream().allMatch(inputs.get(0)::equals)) {
            throw new ShapeMismatch("add takes two or more equal shapes, not %.200s", inputs);
        }
        return inputs.get(0);
    }

    static Shape concatenated(List<Shape> inputs) {
        if (inputs.size() < 2 || !inputs.stream().allMatch(other -> isBeside(inputs.get(0), other))) {
            throw new ShapeMismatch("concatenate takes images of one size or vectors, two or more, not %.200s", inputs);
        }
        long channels = inputs.stream().mapToLong(Shape::channels).sum();
        if (channels > Integer.MAX_VALUE) {
            throw new ShapeMismatch("concatenate gives %d channels, which is too many", channels);
        }
        return inputs.get(0).withChannels((int) channels);
    }

    private static boolean isBeside(Shape one, Shape other) {
        return one.withChannels(1).equals(other.withChannels(1));
    }

    static Image scaled(List<Shape> inputs) {
        if (inputs.size() == 2
                && inputs.get(0) instanceof Image image
                && inputs.get(1).equals(new Features(image.channels()))) {
            return image;
        }
        throw new ShapeMismatch("scale takes an image and a vector of its channels, not %.200s", inputs);
    }

    static Shape truncated(Layer.Truncate layer, List<Shape> inputs) {
        Shape in = one(layer, inputs);
        if (in.channels() < layer.channels()) {
            throw new ShapeMismatch("%s cannot take that many of %d channels", layer, in.channels());
        }
        return in.withChannels(layer.channels());
    }
}
