package dev.skyline.network;

import dev.skyline.network.Shape.Features;
import dev.skyline.network.Shape.Image;

import java.util.List;

/**
 * One layer of a {@link Network}: what it computes, without weights. Windows are square and padded so that the output
 * has {@code ceil(input / stride)} pixels a side ("same"); an odd pixel of padding goes to the bottom and the right.
 * What layers cost is told by {@link LayerCosts}.
 */
public sealed interface Layer {

    /**
     * Shape of the result: that of the only input, where a layer does not say otherwise.
     *
     * @throws ShapeMismatch where the layer cannot take these inputs
     */
    default Shape output(List<Shape> inputs) {
        return Check.one(this, inputs);
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

        R scale(Scale layer);

        R resize(Resize layer);

        R truncate(Truncate layer);

        R zero(Zero layer);

        R identity(Identity layer);

        R softmax(Softmax layer);
    }

    /**
     * Convolution of all input channels, or of as many equal shares of them as there are groups: the first filters see
     * the first share alone, and so on.
     *
     * @param dilation distance between the pixels that neighbouring values of a kernel see
     */
    record Convolution(int filters, int kernel, int stride, int dilation, int groups, boolean bias) implements Layer {

        public Convolution {
            Check.window(kernel, stride, dilation);
            Check.positive("filters", filters);
            Check.positive("groups", groups);
            if (filters % groups != 0) {
                throw new IllegalArgumentException(
                        "filters must divide into groups, not " + filters + " into " + groups);
            }
        }

        /** One group, without dilation. */
        public Convolution(int filters, int kernel, int stride, boolean bias) {
            this(filters, kernel, stride, 1, 1, bias);
        }

        @Override
        public Image output(List<Shape> inputs) {
            Image in = Check.image(this, inputs);
            if (in.channels() % groups != 0) {
                throw new ShapeMismatch("%s cannot divide %d channels into groups", this, in.channels());
            }
            return Check.strided(in, filters, stride);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convolution(this);
        }
    }

    /** One filter for each input channel. */
    record DepthwiseConvolution(int kernel, int stride, int dilation, boolean bias) implements Layer {

        public DepthwiseConvolution {
            Check.window(kernel, stride, dilation);
        }

        /** Without dilation. */
        public DepthwiseConvolution(int kernel, int stride, boolean bias) {
            this(kernel, stride, 1, bias);
        }

        @Override
        public Image output(List<Shape> inputs) {
            Image in = Check.image(this, inputs);
            return Check.strided(in, in.channels(), stride);
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
        public <R> R accept(Visitor<R> visitor) {
            return visitor.batchNorm(this);
        }
    }

    /** Element-wise non-linearity. */
    record Activation(Function function) implements Layer {

        /** The functions that can be trained and exported. */
        public enum Function {
            RELU,
            /** min(max(x, 0), 6). */
            RELU6,
            /** x where that is positive, x / 100 elsewhere. */
            LEAKY_RELU,
            TANH,
            SIGMOID,
            /** min(max(x / 6 + 1/2, 0), 1), as in MobileNetV3 (Howard et al. 2019). */
            HARD_SIGMOID,
            /** x · sigmoid(x). */
            SWISH,
            /** x · hard sigmoid(x). */
            HARD_SWISH
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.activation(this);
        }
    }

    /**
     * Maximum or average of a window; the average leaves padding out of the count. A stride may exceed the window by one
     * pixel at most.
     */
    record Pooling(Kind kind, int kernel, int stride) implements Layer {

        /** How many values become one. */
        public enum Kind {
            MAX,
            AVERAGE
        }

        public Pooling {
            Check.window(kernel, stride, 1);
            if (stride > kernel + 1) {
                throw new IllegalArgumentException("stride must be at most kernel + 1 in a pooling, not " + stride);
            }
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

    /** Maximum or average of each channel over all pixels: image to vector. */
    record GlobalPooling(Pooling.Kind kind) implements Layer {

        /** The average. */
        public GlobalPooling() {
            this(Pooling.Kind.AVERAGE);
        }

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
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropout(this);
        }
    }

    /** Element-wise sum of equal shapes. */
    record Add() implements Layer {

        @Override
        public Shape output(List<Shape> inputs) {
            return Check.equal(inputs);
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

    /** An image, each channel multiplied with its own value of a vector: takes the image, then the vector. */
    record Scale() implements Layer {

        @Override
        public Image output(List<Shape> inputs) {
            return Check.scaled(inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scale(this);
        }
    }

    /** An image of another size: pixel (y, x) is pixel (⌊y · h / height⌋, ⌊x · w / width⌋) of the h × w input. */
    record Resize(int height, int width) implements Layer {

        public Resize {
            Check.positive("height", height);
            Check.positive("width", width);
        }

        @Override
        public Image output(List<Shape> inputs) {
            return new Image(Check.image(this, inputs).channels(), height, width);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resize(this);
        }
    }

    /** The first channels of an image, or the first values of a vector. */
    record Truncate(int channels) implements Layer {

        public Truncate {
            Check.positive("channels", channels);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return Check.truncated(this, inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.truncate(this);
        }
    }

    /** Zeros in the shape of its input. */
    record Zero() implements Layer {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.zero(this);
        }
    }

    /** Its input. */
    record Identity() implements Layer {

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
