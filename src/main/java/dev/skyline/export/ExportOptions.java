package dev.skyline.export;

/**
 * How a model is exported.
 *
 * @param fold whether batch normalisation is folded into the convolution or dense layer before it
 */
public record ExportOptions(ModelFormat format, boolean fold) {}
