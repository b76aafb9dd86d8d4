package dev.skyline.network;

import dev.skyline.network.Shape.Features;
import dev.skyline.network.Shape.Image;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A network as plain maps and lists, the form in which it crosses a process boundary or becomes JSON:
 *
 * <pre>{@code
 * {"input": [1, 8, 8], "nodes": [{"name": "stem", "inputs": ["input"], "layer": "convolution", "filters": 8, …}, …]}
 * }</pre>
 */
public final class NetworkDocument {

    private static final Map<String, Class<?>> LAYERS = Arrays.stream(Layer.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(NetworkDocument::typeName, Function.identity()));

    private NetworkDocument() {}

    public static Map<String, Object> write(Network network) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("input", writeShape(network.input()));
        document.put(
                "nodes",
                network.nodes().stream().map(NetworkDocument::writeNode).toList());
        return document;
    }

    /**
     * Reads what anybody may have written. What it does not know of a node is ignored. O(document).
     *
     * @throws IllegalArgumentException where the document is of no network; the message begins with the place, such as
     *     {@code nodes[3].filters}
     */
    public static Network read(Map<String, ?> document) {
        DocumentValue whole = new DocumentValue("", document);
        Shape input = readShape(whole.get("input").list());
        List<DocumentValue> nodes = whole.get("nodes").list();
        return new Network(input, nodes.stream().map(NetworkDocument::readNode).toList());
    }

    /** {@code [channels, height, width]} of an image, {@code [size]} of a vector. */
    public static List<Integer> writeShape(Shape shape) {
        return shape instanceof Image image
                ? List.of(image.channels(), image.height(), image.width())
                : List.of(((Features) shape).size());
    }

    /** The name of a layer's kind in documents: {@code depthwiseConvolution}. */
    public static String typeName(Layer layer) {
        return typeName(layer.getClass());
    }

    private static String typeName(Class<?> layer) {
        String name = layer.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Shape readShape(List<DocumentValue> sizes) {
        int[] size = sizes.stream().mapToInt(DocumentValue::integer).toArray();
        try {
            return switch (size.length) {
                case 1 -> Shape.features(size[0]);
                case 3 -> Shape.image(size[0], size[1], size[2]);
                default -> throw new ShapeMismatch("a shape has one size or three, not %d", size.length);
            };
        } catch (ShapeMismatch e) {
            throw new IllegalArgumentException("input: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> writeNode(Node node) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", node.name());
        map.put("inputs", node.inputs());
        map.putAll(writeLayer(node.layer()));
        return map;
    }

    /** The kind and the settings of a layer, in a fixed order. */
    static Map<String, Object> writeLayer(Layer layer) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("layer", typeName(layer));
        for (RecordComponent component : layer.getClass().getRecordComponents()) {
            Object value = call(() -> component.getAccessor().invoke(layer));
            map.put(component.getName(), value instanceof Enum<?> constant ? constant.name() : value);
        }
        return map;
    }

    private static Node readNode(DocumentValue node) {
        String name = node.get("name").text();
        List<String> inputs =
                node.get("inputs").list().stream().map(DocumentValue::text).toList();
        Class<?> type = node.get("layer").oneOf(LAYERS);
        Object[] settings = Arrays.stream(type.getRecordComponents())
                .map(component -> node.get(component.getName()).as(component.getType()))
                .toArray();
        try {
            return new Node(name, layer(type, settings), inputs);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(node.path() + ": " + e.getMessage(), e);
        }
    }

    private static Layer layer(Class<?> type, Object[] settings) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return (Layer) call(() -> type.getConstructor(types).newInstance(settings));
    }

    private interface Reflective<T> {
        T get() throws ReflectiveOperationException;
    }

    private static <T> T call(Reflective<T> reflective) {
        try {
            return reflective.get();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
