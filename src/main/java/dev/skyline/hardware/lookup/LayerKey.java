package dev.skyline.hardware.lookup;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.LayerCosts;
import dev.skyline.network.Shape;

import java.util.List;
import java.util.Set;

/**
 * The key of one layer. A convolution of as many groups as it has channels and filters is a depthwise one, and every
 * convolution has a bias, as batch normalisation folded into it gives it one.
 *
 * @param layer that costs something: no identity, dropout or flattening
 */
public record LayerKey(Layer layer, List<Shape> inputs) implements OperatorKey {

    private static final Set<String> SHAPES = Set.of("in", "out");

    /**
     * @throws IllegalArgumentException for a layer that has no key
     * @throws dev.skyline.network.ShapeMismatch where the layer cannot take these inputs
     */
    public LayerKey {
        inputs = List.copyOf(inputs);
        LayerType.of(layer);
        layer.output(inputs);
        layer = canonical(layer, inputs);
    }

    static LayerKey read(KeyText words) {
        LayerType type = LayerType.of(words.type());
        List<Shape> inputs = words.shapes("in");
        LayerKey key = new LayerKey(type.read(words), inputs);
        if (words.has("out") && !words.shape("out").equals(key.output())) {
            throw new IllegalArgumentException("out is " + KeyText.shape(key.output()) + " for this " + type.word()
                    + ", not " + words.text("out"));
        }
        words.refuseOthers(SHAPES);
        return key;
    }

    @Override
    public String type() {
        return LayerType.of(layer).word();
    }

    @Override
    public Shape output() {
        return layer.output(inputs);
    }

    @Override
    public long operations() {
        long macs = LayerCosts.of(layer, inputs).macs();
        if (macs > 0) {
            return macs;
        }
        return layer instanceof Pooling p
                ? output().elements() * p.kernel() * p.kernel()
                : inputs.stream().mapToLong(Shape::elements).sum();
    }

    @Override
    public long activations() {
        return inputs.stream().mapToLong(Shape::elements).sum() + output().elements();
    }

    @Override
    public long weights() {
        LayerCosts costs = LayerCosts.of(layer, inputs);
        return costs.parameters() + costs.buffers();
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder(type())
                .append(" in=")
                .append(KeyText.shapes(inputs))
                .append(" out=")
                .append(KeyText.shape(output()));
        if (layer instanceof Convolution c) {
            windows(text, c.kernel(), c.stride()).append(" groups=").append(c.groups());
            dilation(text, c.dilation());
        } else if (layer instanceof DepthwiseConvolution d) {
            dilation(windows(text, d.kernel(), d.stride()), d.dilation());
        } else if (layer instanceof Pooling p) {
            windows(text.append(" kind=").append(KeyText.word(p.kind())), p.kernel(), p.stride());
        } else if (layer instanceof GlobalPooling p) {
            text.append(" kind=").append(KeyText.word(p.kind()));
        } else if (layer instanceof Activation a) {
            text.append(" function=").append(KeyText.word(a.function()));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }

    private static Layer canonical(Layer layer, List<Shape> inputs) {
        if (layer instanceof Convolution c) {
            int channels = inputs.get(0).channels();
            return c.groups() > 1 && c.groups() == channels && c.filters() == channels
                    ? new DepthwiseConvolution(c.kernel(), c.stride(), c.dilation(), true)
                    : new Convolution(c.filters(), c.kernel(), c.stride(), c.dilation(), c.groups(), true);
        }
        return layer instanceof DepthwiseConvolution d
                ? new DepthwiseConvolution(d.kernel(), d.stride(), d.dilation(), true)
                : layer;
    }

    private static StringBuilder windows(StringBuilder text, int kernel, int stride) {
        return text.append(" kernel=")
                .append(KeyText.window(kernel))
                .append(" stride=")
                .append(KeyText.window(stride));
    }

    private static void dilation(StringBuilder text, int dilation) {
        if (dilation > 1) {
            text.append(" dilation=").append(KeyText.window(dilation));
        }
    }
}
