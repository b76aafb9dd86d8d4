package dev.skyline.network;

import dev.skyline.network.Shape.Features;
import dev.skyline.network.Shape.Image;

import java.util.List;

/** What layers require of their inputs, with messages that name the layer. */
final class Check {

    private Check() {}

    static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
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
        return (pixels + stride - 1) / stride;
    }

    static Shape concatenated(List<Shape> inputs) {
        if (inputs.size() < 2) {
            throw new ShapeMismatch("concatenate takes two or more inputs, not %d", inputs.size());
        }
        if (inputs.stream().allMatch(Features.class::isInstance)) {
            return new Features(
                    Math.toIntExact(inputs.stream().mapToLong(Shape::elements).sum()));
        }
        if (inputs.get(0) instanceof Image first
                && inputs.stream()
                        .allMatch(s ->
                                s instanceof Image i && i.height() == first.height() && i.width() == first.width())) {
            int channels = inputs.stream().mapToInt(s -> ((Image) s).channels()).sum();
            return new Image(channels, first.height(), first.width());
        }
        throw new ShapeMismatch("concatenate takes images of one size or vectors, not %s", inputs);
    }
}
