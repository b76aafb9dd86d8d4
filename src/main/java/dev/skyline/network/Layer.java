package dev.skyline.network;

import dev.skyline.network.Shape.Features;
import dev.skyline.network.Shape.Image;

import java.util.List;

/**
 * One layer of a {@link Network}: what it computes, without weights. Image layers are square and pad so that the output
 * has {@code ceil(input / stride)} pixels a side ("same").
 *
 * <p>Parameters are trainable values; MACs are multiply–accumulates for one sample, a bias counting as one for each
 * output value, everything but convolutions and dense layers as none (the counting of NAS-Bench-201).
 */
public sealed interface Layer {

    /**
     * @throws ShapeMismatch where the layer cannot take these inputs
     */
    Shape output(List<Shape> inputs);

    /** Trainable values. */
    default long parameters(List<Shape> inputs) {
        return 0;
    }

    /** Values that are stored with the model but not trained, such as running statistics. */
    default long buffers(List<Shape> inputs) {
        return 0;
    }

    /** Multiply–accumulates for one sample. */
    default long macs(List<Shape> inputs) {
        return 0;
    }

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of layer: who forgets a kind does not compile. */
    interface Visitor<R> {
        R convolution(Convolution layer);

        R depthwiseConvolution(DepthwiseConvolution layer);

        R batchNorm(BatchNorm layer);

        R activation(Activation layer);

        R pooling(Pooling layer);

        R globalPooling(GlobalPooling layer);

        R flatten(Flatten layer);

        R dense(Dense layer);

        R dropout(Dropout layer);

        R add(Add layer);

        R concatenate(Concatenate layer);

        R zero(Zero layer);

        R identity(Identity layer);

        R softmax(Softmax layer);
    }

    /** Convolution over all input channels. */
    record Convolution(int filters, int kernel, int stride, boolean bias) implements Layer {

        public Convolution {
            Check.positive("filters", filters);
            Check.positive("kernel", kernel);
            Check.positive("stride", stride);
        }

        @Override
        public Image output(List<Shape> inputs) {
            return Check.strided(Check.image(this, inputs), filters, stride);
        }

        @Override
        public long parameters(List<Shape> inputs) {
            return (long) filters * Check.image(this, inputs).channels() * kernel * kernel + (bias ? filters : 0);
        }

        @Override
        public long macs(List<Shape> inputs) {
            Image out = output(inputs);
            return (long) out.height() * out.width() * parameters(inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convolution(this);
        }
    }

    /** One filter for each input channel. */
    record DepthwiseConvolution(int kernel, int stride, boolean bias) implements Layer {

        public DepthwiseConvolution {
            Check.positive("kernel", kernel);
            Check.positive("stride", stride);
        }

        @Override
        public Image output(List<Shape> inputs) {
            Image in = Check.image(this, inputs);
            return Check.strided(in, in.channels(), stride);
        }

        @Override
        public long parameters(List<Shape> inputs) {
            int channels = Check.image(this, inputs).channels();
            return (long) channels * kernel * kernel + (bias ? channels : 0);
        }

        @Override
        public long macs(List<Shape> inputs) {
            Image out = output(inputs);
            return (long) out.height() * out.width() * parameters(inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.depthwiseConvolution(this);
        }
    }

    /** Batch normalisation with scale and shift, ε = 1e-5. */
    record BatchNorm() implements Layer {

        public static final double EPSILON = 1e-5;

        @Override
        public Shape output(List<Shape> inputs) {
            return Check.one(this, inputs);
        }

        @Override
        public long parameters(List<Shape> inputs) {
            return 2L * channels(inputs);
        }

        @Override
        public long buffers(List<Shape> inputs) {
            return 2L * channels(inputs);
        }

        private int channels(List<Shape> inputs) {
            Shape in = Check.one(this, inputs);
            return in instanceof Image image ? image.channels() : ((Features) in).size();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.batchNorm(this);
        }
    }

    /** Element-wise non-linearity. */
    record Activation(Function function) implements Layer {

        /** The functions that can be trained and exported. */
        public enum Function {
            RELU,
            TANH,
            SIGMOID
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return Check.one(this, inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.activation(this);
        }
    }

    /** Maximum or average of a window; the average leaves padding out of the count. */
    record Pooling(Kind kind, int kernel, int stride) implements Layer {

        /** How a window becomes one value. */
        public enum Kind {
            MAX,
            AVERAGE
        }

        public Pooling {
            Check.positive("kernel", kernel);
            Check.positive("stride", stride);
        }

        @Override
        public Image output(List<Shape> inputs) {
            Image in = Check.image(this, inputs);
            return Check.strided(in, in.channels(), stride);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pooling(this);
        }
    }

    /** Average of each channel over all pixels: image to vector. */
    record GlobalPooling() implements Layer {

        @Override
        public Features output(List<Shape> inputs) {
            return new Features(Check.image(this, inputs).channels());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.globalPooling(this);
        }
    }

    /** Image to vector, channel by channel. */
    record Flatten() implements Layer {

        @Override
        public Features output(List<Shape> inputs) {
            return new Features(Math.toIntExact(Check.image(this, inputs).elements()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.flatten(this);
        }
    }

    /** Fully connected layer with bias. */
    record Dense(int units) implements Layer {

        public Dense {
            Check.positive("units", units);
        }

        @Override
        public Features output(List<Shape> inputs) {
            Check.features(this, inputs);
            return new Features(units);
        }

        @Override
        public long parameters(List<Shape> inputs) {
            return ((long) Check.features(this, inputs).size() + 1) * units;
        }

        @Override
        public long macs(List<Shape> inputs) {
            return parameters(inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dense(this);
        }
    }

    /** Drops values while training; nothing at inference. */
    record Dropout(double rate) implements Layer {

        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException("a dropout rate lies in [0, 1), not " + rate);
            }
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return Check.one(this, inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropout(this);
        }
    }

    /** Element-wise sum of equal shapes. */
    record Add() implements Layer {

        @Override
        public Shape output(List<Shape> inputs) {
            if (inputs.size() < 2 || inputs.stream().distinct().count() != 1) {
                throw new ShapeMismatch("add takes two or more equal shapes, not %s", inputs);
            }
            return inputs.get(0);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.add(this);
        }
    }

    /** Images of one size side by side, or vectors end to end. */
    record Concatenate() implements Layer {

        @Override
        public Shape output(List<Shape> inputs) {
            return Check.concatenated(inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.concatenate(this);
        }
    }

    /** Zeros in the shape of its input. */
    record Zero() implements Layer {

        @Override
        public Shape output(List<Shape> inputs) {
            return Check.one(this, inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.zero(this);
        }
    }

    /** Its input. */
    record Identity() implements Layer {

        @Override
        public Shape output(List<Shape> inputs) {
            return Check.one(this, inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.identity(this);
        }
    }

    /** Scores to probabilities; the last layer of every classifier. */
    record Softmax() implements Layer {

        @Override
        public Features output(List<Shape> inputs) {
            return Check.features(this, inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.softmax(this);
        }
    }
}
