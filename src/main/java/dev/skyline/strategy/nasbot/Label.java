package dev.skyline.strategy.nasbot;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Zero;

import java.util.Locale;
import java.util.Optional;

/** What kind of work a layer does. */
final class Label {

    static final String INPUT = "input";
    static final String OUTPUT = "output";

    private Label() {}

    /** Empty for a layer that only passes on what it is given: sums, norms, activations and the like. */
    static Optional<String> of(Layer layer) {
        if (layer instanceof Convolution convolution) {
            return Optional.of("convolution " + convolution.kernel());
        }
        if (layer instanceof DepthwiseConvolution convolution) {
            return Optional.of("depthwise convolution " + convolution.kernel());
        }
        if (layer instanceof Pooling pooling) {
            return Optional.of(pooling.kind().name().toLowerCase(Locale.ROOT) + " pooling " + pooling.kernel());
        }
        if (layer instanceof GlobalPooling) {
            return Optional.of("global pooling");
        }
        if (layer instanceof Dense) {
            return Optional.of("dense");
        }
        return layer instanceof Zero ? Optional.of("zero") : Optional.empty();
    }
}
