package dev.skyline.hardware.lookup;

import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Features;
import dev.skyline.network.Shape.Image;

import java.util.List;

/** The end of an image classifier measured as one: average of each channel, dense layer, and softmax where it follows. */
public record ClassifierKey(Image in, int units) implements OperatorKey {

    static final String TYPE = "classifier";

    static ClassifierKey read(KeyText words) {
        if (words.shape("in") instanceof Image in && words.shape("out") instanceof Features out) {
            return new ClassifierKey(in, out.size());
        }
        throw new IllegalArgumentException("a classifier takes an image and gives a vector");
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Shape> inputs() {
        return List.of(in);
    }

    @Override
    public Features output() {
        return Shape.features(units);
    }

    @Override
    public long operations() {
        return pooling().operations() + dense().operations();
    }

    @Override
    public long activations() {
        return pooling().activations() + dense().activations();
    }

    @Override
    public long weights() {
        return dense().weights();
    }

    @Override
    public String text() {
        return TYPE + " in=" + KeyText.shape(in) + " out=" + units;
    }

    @Override
    public String toString() {
        return text();
    }

    private LayerKey pooling() {
        return new LayerKey(new GlobalPooling(), List.of(in));
    }

    private LayerKey dense() {
        return new LayerKey(new Dense(units), List.of(pooling().output()));
    }
}
