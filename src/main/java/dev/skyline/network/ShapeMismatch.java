package dev.skyline.network;

/** Layers that do not fit together, or do not fit the data. The message names the layer and the shapes. */
public final class ShapeMismatch extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public ShapeMismatch(String format, Object... arguments) {
        super(String.format(format, arguments));
    }
}
