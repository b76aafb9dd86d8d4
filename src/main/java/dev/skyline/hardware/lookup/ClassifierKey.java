package dev.skyline.hardware.lookup;

import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Features;
import dev.skyline.network.Shape.Image;

import java.util.List;

/** The end of an image classifier measured as one: average of each channel, dense layer, and softmax where it follows. */
public record ClassifierKey(Image in, int units) implements CompoundKey {

    static final String TYPE = "classifier";

    static ClassifierKey read(KeyText words) {
        if (words.shape("in") instanceof Image in && words.shape("out") instanceof Features out) {
            return new ClassifierKey(in, out.size());
        }
        throw new IllegalArgumentException("a classifier takes an image and gives a vector");
    }

    @Override
    public List<LayerKey> layers() {
        LayerKey pooling = new LayerKey(new GlobalPooling(), List.of(in));
        return List.of(pooling, new LayerKey(new Dense(units), List.of(pooling.output())));
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
    public String text() {
        return TYPE + " in=" + KeyText.shape(in) + " out=" + units;
    }

    @Override
    public String toString() {
        return text();
    }
}
