package dev.skyline.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.skyline.network.Shape.Image;

/** A square window that slides over an image with the padding that {@code ceil(input / stride)} pixels a side need. */
record Window(int kernel, int stride, int dilation) {

    Window(int kernel, int stride) {
        this(kernel, stride, 1);
    }

    AttributeProto shape() {
        return Attributes.integers("kernel_shape", kernel, kernel);
    }

    AttributeProto strides() {
        return Attributes.integers("strides", stride, stride);
    }

    AttributeProto dilations() {
        return Attributes.integers("dilations", dilation, dilation);
    }

    /**
     * Explicit, for {@code auto_pad} is deprecated and not every runtime has it. An odd pixel goes to the bottom and the
     * right, as TensorFlow and DL4J do.
     */
    AttributeProto pads(Image in, Image out) {
        int vertical = total(in.height(), out.height());
        int horizontal = total(in.width(), out.width());
        return Attributes.integers(
                "pads", vertical / 2, horizontal / 2, vertical - vertical / 2, horizontal - horizontal / 2);
    }

    private int total(int in, int out) {
        return Math.max((out - 1) * stride + (kernel - 1) * dilation + 1 - in, 0);
    }
}
