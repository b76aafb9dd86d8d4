package dev.skyline.hardware.lookup;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Concatenate;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Resize;
import dev.skyline.network.Layer.Scale;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Truncate;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of layer that cost something, by their words in keys, and how each is read. */
enum LayerType {
    CONV(Convolution.class, LayerType::convolution),
    DEPTHWISE(
            DepthwiseConvolution.class,
            words -> new DepthwiseConvolution(
                    words.window("kernel"), words.window("stride", 1), words.window("dilation", 1), true)),
    DENSE(Dense.class, words -> new Dense(words.shape("out").channels())),
    NORM(BatchNorm.class, words -> new BatchNorm()),
    ACTIVATION(Activation.class, words -> new Activation(words.choice("function", Activation.Function.class))),
    POOL(
            Pooling.class,
            words -> new Pooling(
                    words.choice("kind", Pooling.Kind.class), words.window("kernel"), words.window("stride", 1))),
    GLOBAL_POOL(GlobalPooling.class, words -> new GlobalPooling(words.choice("kind", Pooling.Kind.class))),
    ADD(Add.class, words -> new Add()),
    CONCAT(Concatenate.class, words -> new Concatenate()),
    SCALE(Scale.class, words -> new Scale()),
    RESIZE(Resize.class, words -> new Resize(image(words).height(), image(words).width())),
    TRUNCATE(Truncate.class, words -> new Truncate(words.shape("out").channels())),
    ZERO(Zero.class, words -> new Zero()),
    SOFTMAX(Softmax.class, words -> new Softmax());

    private static final Map<Class<?>, LayerType> BY_LAYER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(type -> type.layer, type -> type));

    private final Class<? extends Layer> layer;
    private final Function<KeyText, Layer> reader;

    LayerType(Class<? extends Layer> layer, Function<KeyText, Layer> reader) {
        this.layer = layer;
        this.reader = reader;
    }

    static LayerType of(Layer layer) {
        LayerType type = BY_LAYER.get(layer.getClass());
        if (type == null) {
            throw new IllegalArgumentException(layer + " costs nothing, so it has no key");
        }
        return type;
    }

    static LayerType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no operator '" + word + "'; valid are " + String.join(", ", words())));
    }

    String word() {
        return KeyText.word(this);
    }

    Layer read(KeyText words) {
        return reader.apply(words);
    }

    private static String[] words() {
        return Stream.concat(Arrays.stream(values()).map(LayerType::word), Stream.of(BlockKey.TYPE, ClassifierKey.TYPE))
                .toArray(String[]::new);
    }

    private static Layer convolution(KeyText words) {
        return new Convolution(
                words.shape("out").channels(),
                words.window("kernel"),
                words.window("stride", 1),
                words.window("dilation", 1),
                words.whole("groups", 1),
                true);
    }

    private static Image image(KeyText words) {
        Shape out = words.shape("out");
        if (out instanceof Image image) {
            return image;
        }
        throw new IllegalArgumentException("out must be an image, not " + out);
    }
}
