package dev.skyline.hardware.lookup;

import java.util.List;

/** Layers that a table measures as one. What they do is what each of them does. */
sealed interface CompoundKey extends OperatorKey permits BlockKey, ClassifierKey {

    /** What it consists of, in the order of execution. */
    List<LayerKey> layers();

    @Override
    default long operations() {
        return layers().stream().mapToLong(LayerKey::operations).sum();
    }

    @Override
    default long activations() {
        return layers().stream().mapToLong(LayerKey::activations).sum();
    }

    @Override
    default long weights() {
        return layers().stream().mapToLong(LayerKey::weights).sum();
    }
}
