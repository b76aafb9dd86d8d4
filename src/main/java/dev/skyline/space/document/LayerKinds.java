package dev.skyline.space.document;

import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Layer.Flatten;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Resize;
import dev.skyline.network.Layer.Truncate;
import dev.skyline.network.Layer.Zero;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The layers that a document may name; a new one is an entry here. */
final class LayerKinds {

    static final String NONE = "none";

    private static final List<String> FUNCTIONS = Stream.concat(
                    Arrays.stream(Function.values())
                            .map(function ->
                                    function.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    Stream.of(NONE))
            .toList();
    private static final Field FILTERS = Field.whole("filters", 1, 8192, null);
    private static final Field KERNEL = Field.whole("kernel", 1, 31, 3).ofNoShape();
    private static final Field STRIDE = Field.whole("stride", 1, 16, 1);
    private static final Field DILATION = Field.whole("dilation", 1, 16, 1).ofNoShape();
    private static final Field NORM = Field.flag("norm");
    private static final Field ACTIVATION = Field.text("activation", "relu", FUNCTIONS);
    private static final Field POOLING = Field.text("kind", "average", List.of("max", "average"));
    private static final Field RATIO = Field.number("squeeze", 0, 1, 0.25);
    private static final Field GATE = Field.text("gate", "hard-sigmoid", List.of("sigmoid", "hard-sigmoid"));

    static final Map<String, LayerKind> ALL = new LinkedHashMap<>();

    static {
        kind(
                "convolution",
                "Convolution, batch normalisation and activation; a bias where there is no normalisation",
                Blocks::convolution,
                FILTERS,
                KERNEL,
                STRIDE,
                DILATION,
                Field.whole("groups", 1, 8192, 1),
                NORM,
                ACTIVATION);
        kind(
                "depthwise",
                "Depthwise convolution, batch normalisation and activation",
                Blocks::depthwise,
                KERNEL,
                STRIDE,
                DILATION,
                NORM,
                ACTIVATION);
        kind(
                "separable",
                "Depthwise convolution, convolution 1×1, batch normalisation and activation",
                Blocks::separable,
                FILTERS,
                KERNEL,
                STRIDE,
                DILATION,
                NORM,
                ACTIVATION);
        kind(
                "inverted-residual",
                "Expansion 1×1, depthwise convolution, squeeze-and-excitation, projection 1×1; its input is added where"
                        + " shapes agree",
                InvertedResidual::build,
                FILTERS,
                KERNEL,
                STRIDE,
                Field.number("expansion", 1, 16, 6),
                Field.number("squeeze", 0, 1, 0),
                Field.text("squeezeOf", "expanded", List.of("expanded", "input")),
                GATE,
                ACTIVATION);
        kind("squeeze-excitation", "Each channel multiplied with what all of them say", Blocks::squeeze, RATIO, GATE);
        kind("norm", "Batch normalisation", (graph, name, in, a) -> graph.add(name, new BatchNorm(), in));
        kind(
                "activation",
                "A non-linearity",
                (graph, name, in, a) -> graph.activation(name, a.function("function"), in),
                Field.text("function", "relu", FUNCTIONS));
        kind(
                "pooling",
                "Maximum or average of windows",
                (graph, name, in, a) ->
                        graph.add(name, new Pooling(a.pooling(), a.whole("kernel"), a.whole("stride")), in),
                POOLING,
                Field.whole("kernel", 1, 31, 2),
                Field.whole("stride", 1, 16, 2));
        kind(
                "global-pooling",
                "Maximum or average of each channel: image to vector",
                (graph, name, in, a) -> graph.add(name, new GlobalPooling(a.pooling()), in),
                POOLING);
        kind("flatten", "Image to vector", (graph, name, in, a) -> graph.add(name, new Flatten(), in));
        kind(
                "dense",
                "Fully connected layer and activation, on a vector",
                (graph, name, in, a) -> graph.activation(
                        name, a.function("activation"), graph.add(name + ".dense", new Dense(a.whole("units")), in)),
                Field.whole("units", 1, 16_384, null).required(),
                ACTIVATION);
        kind(
                "dropout",
                "Drops values while training",
                (graph, name, in, a) -> graph.add(name, new Dropout(a.number("rate")), in),
                Field.number("rate", 0, 0.9, 0.5));
        kind(
                "resize",
                "An image of another size, nearest pixels",
                (graph, name, in, a) -> graph.add(name, new Resize(a.whole("height"), a.whole("width")), in),
                Field.whole("height", 1, 1024, null).required(),
                Field.whole("width", 1, 1024, null).required());
        kind(
                "truncate",
                "The first channels",
                (graph, name, in, a) -> graph.add(name, new Truncate(a.whole("channels")), in),
                Field.whole("channels", 1, 8192, null).required());
        kind("identity", "What comes in", (graph, name, in, a) -> graph.add(name, new Identity(), in));
        kind(
                "zero",
                "Zeros",
                (graph, name, in, a) ->
                        new Tensor(graph.add(name, new Zero(), in).node(), in.shape(), true));
    }

    private LayerKinds() {}

    private static void kind(String name, String about, LayerKind.Builder builder, Field... fields) {
        ALL.put(name, new LayerKind(name, about, List.of(fields), builder));
    }
}
