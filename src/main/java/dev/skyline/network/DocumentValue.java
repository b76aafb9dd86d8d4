package dev.skyline.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A value inside a document that anybody may have written. Each method gives it as what it has to be, or throws an
 * IllegalArgumentException that begins with its path.
 *
 * @param path from the document's root: {@code nodes[3].filters}
 * @param value null where there is none
 */
record DocumentValue(String path, Object value) {

    DocumentValue get(String key) {
        if (value instanceof Map<?, ?> map) {
            return new DocumentValue(path.isEmpty() ? key : path + "." + key, map.get(key));
        }
        throw refused("must be an object");
    }

    List<DocumentValue> list() {
        if (!(value instanceof List<?> list)) {
            throw refused("must be a list");
        }
        List<DocumentValue> result = new ArrayList<>(list.size());
        for (Object each : list) {
            result.add(new DocumentValue(path + "[" + result.size() + "]", each));
        }
        return result;
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw refused("must be a text");
    }

    int integer() {
        // As a double first: the whole digits of 1e999999999 would fill the memory.
        if (value instanceof Number number && number.doubleValue() == (int) number.doubleValue()) {
            return (int) number.doubleValue();
        }
        throw refused("must be a whole number of 32 bits");
    }

    <T> T oneOf(Map<String, T> choices) {
        if (value instanceof String text && choices.containsKey(text)) {
            return choices.get(text);
        }
        throw refused("must be one of " + choices.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }

    /** The value as an int, double, boolean or constant of an enum. */
    Object as(Class<?> type) {
        if (type == int.class) {
            return integer();
        }
        if (type.isEnum()) {
            return oneOf(Arrays.stream(type.getEnumConstants())
                    .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), constant -> constant)));
        }
        if (type == double.class && value instanceof Number number) {
            return number.doubleValue();
        }
        if (type == boolean.class && value instanceof Boolean) {
            return value;
        }
        throw refused("must be a " + (type == double.class ? "number" : type.getSimpleName()));
    }

    private IllegalArgumentException refused(String demand) {
        return new IllegalArgumentException(path + " " + demand + ", not " + shown());
    }

    /** Of lists and objects their kind alone: they may be deep and large. */
    private String shown() {
        if (value instanceof String text) {
            return String.format("'%.80s'", text);
        }
        if (value instanceof List || value instanceof Map) {
            return value instanceof List ? "a list" : "an object";
        }
        return value == null ? "absent" : String.format("%.80s", value);
    }
}
