package dev.skyline.space.document;

import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;
import dev.skyline.network.ShapeMismatch;

/**
 * What a node gives.
 *
 * @param zero whether it is known to be zero everywhere
 */
record Tensor(String node, Shape shape, boolean zero) {

    Tensor(String node, Shape shape) {
        this(node, shape, false);
    }

    int channels() {
        return shape.channels();
    }

    Image image(String layer) {
        if (shape instanceof Image image) {
            return image;
        }
        throw new ShapeMismatch("%s takes an image, not a vector of %s", layer, shape);
    }
}
