package dev.skyline.hardware.lookup;

import dev.skyline.network.Shape;

import java.util.List;
import java.util.Set;

/**
 * What tells operators apart that cost different amounts. Its text reads {@code type in=… out=… attribute=…}, and two
 * keys are equal exactly where their texts are:
 *
 * <pre>{@code
 * conv in=16x32x32 out=16x32x32 kernel=3x3 stride=1x1 groups=1
 * add in=16x32x32+16x32x32 out=16x32x32
 * mbconv in=24x56x56 out=24x56x56 hidden=72 kernel=3x3 stride=1x1 residual=true
 * }</pre>
 *
 * <p>Shapes are channels × height × width, or the size of a vector.
 */
public sealed interface OperatorKey permits LayerKey, CompoundKey {

    /** First word of the text. */
    String type();

    List<Shape> inputs();

    Shape output();

    /** Multiply–accumulates for one sample; of layers without weights, values that go into their results. */
    long operations();

    /** Values that are read and written for one sample. */
    long activations();

    /** Trained values. */
    long weights();

    /** The canonical text. */
    String text();

    /**
     * The key of a text: attributes may stand in any order, windows may be written {@code 3} for {@code 3x3}, and what has a
     * default may be left out.
     *
     * @throws IllegalArgumentException where no operator has this key; the message says why
     */
    static OperatorKey parse(String text) {
        KeyText words = KeyText.read(text);
        OperatorKey key = switch (words.type()) {
            case BlockKey.TYPE -> BlockKey.read(words);
            case ClassifierKey.TYPE -> ClassifierKey.read(words);
            default -> LayerKey.read(words);
        };
        words.refuseOthers(Set.of());
        try {
            Math.addExact(key.operations(), key.activations() + key.weights());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("is too large: its costs exceed 63 bits", e);
        }
        return key;
    }
}
