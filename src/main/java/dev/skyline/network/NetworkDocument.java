package dev.skyline.network;

import dev.skyline.network.Shape.Features;
import dev.skyline.network.Shape.Image;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
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
     * @throws IllegalArgumentException where the document is of no network; the message names the place
     */
    public static Network read(Map<String, ?> document) {
        List<Node> nodes = new ArrayList<>();
        for (Object node : list(document, "nodes")) {
            if (!(node instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("nodes must hold objects, not " + node);
            }
            nodes.add(readNode(map));
        }
        return new Network(readShape(list(document, "input")), nodes);
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

    private static Shape readShape(List<?> sizes) {
        int[] size = sizes.stream().mapToInt(NetworkDocument::integer).toArray();
        return switch (size.length) {
            case 1 -> Shape.features(size[0]);
            case 3 -> Shape.image(size[0], size[1], size[2]);
            default -> throw new IllegalArgumentException("input must hold one size or three, not " + sizes);
        };
    }

    private static Map<String, Object> writeNode(Node node) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", node.name());
        map.put("inputs", node.inputs());
        map.put("layer", typeName(node.layer()));
        for (RecordComponent component : node.layer().getClass().getRecordComponents()) {
            Object value = call(() -> component.getAccessor().invoke(node.layer()));
            map.put(component.getName(), value instanceof Enum<?> constant ? constant.name() : value);
        }
        return map;
    }

    private static Node readNode(Map<?, ?> map) {
        String name = String.valueOf(map.get("name"));
        Class<?> type = LAYERS.get(String.valueOf(map.get("layer")));
        if (type == null) {
            throw new IllegalArgumentException("node " + name + ": there is no layer '" + map.get("layer")
                    + "'; valid are "
                    + LAYERS.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> argument(component.getType(), map.get(component.getName())))
                .toArray();
        Constructor<?> constructor = call(() -> type.getConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)));
        Layer layer = (Layer) call(() -> constructor.newInstance(arguments));
        return new Node(
                name, layer, list(map, "inputs").stream().map(String::valueOf).toList());
    }

    private static Object argument(Class<?> type, Object value) {
        if (type == int.class) {
            return integer(value);
        }
        if (type == double.class && value instanceof Number number) {
            return number.doubleValue();
        }
        if (type == boolean.class && value instanceof Boolean) {
            return value;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "must be one of " + Arrays.toString(type.getEnumConstants()) + ", not " + value));
        }
        throw new IllegalArgumentException("must be of type " + type.getSimpleName() + ", not " + value);
    }

    private static int integer(Object value) {
        if (value instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw new IllegalArgumentException("must be a whole number, not " + value);
    }

    private static List<?> list(Map<?, ?> map, String key) {
        if (map.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(key + " must be a list, not " + map.get(key));
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
