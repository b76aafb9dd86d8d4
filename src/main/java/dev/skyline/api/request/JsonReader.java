package dev.skyline.api.request;

import dev.skyline.api.problem.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes JSON into records and notes what does not fit. A component may be absent or null where its type is marked {@link
 * Nullable}; what is absent or at fault becomes null.
 */
final class JsonReader {

    private static final int LONGEST_QUOTE = 100;
    private static final Duration LONGEST_DURATION = Duration.ofDays(3650);

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return faults;
    }

    <T extends Record> T record(JsonNode node, Class<T> type, String path) {
        if (!node.isObject()) {
            return fault(path, "must be an object, not " + quote(node));
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> valid =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        node.propertyNames().stream()
                .filter(name -> !valid.contains(name))
                .forEach(name -> fault(
                        child(path, shorten(name)), "there is no such field; valid are " + String.join(", ", valid)));
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = component(node, components[i], path);
        }
        return construct(type, components, arguments);
    }

    private Object component(JsonNode object, RecordComponent component, String path) {
        String place = child(path, component.getName());
        JsonNode node = object.path(component.getName());
        if (!node.isMissingNode() && !node.isNull()) {
            return value(node, component.getGenericType(), place);
        }
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? null : fault(place, "is needed");
    }

    private Object value(JsonNode node, Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(node, generic.getActualTypeArguments()[0], path)
                    : map(node, path);
        }
        Class<?> target = (Class<?>) type;
        if (target == Object.class) {
            return plain(node, path);
        }
        if (target.isRecord()) {
            return record(node, target.asSubclass(Record.class), path);
        }
        if (target.isEnum()) {
            return constant(node, target, path);
        }
        return scalar(node, target, path);
    }

    private Object scalar(JsonNode node, Class<?> target, String path) {
        if (target == String.class) {
            return node.isString() ? text(node, path) : fault(path, "must be a text, not " + quote(node));
        }
        if (target == Boolean.class) {
            return node.isBoolean() ? node.booleanValue() : fault(path, "must be true or false, not " + quote(node));
        }
        if (target == Duration.class) {
            return duration(node, path);
        }
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            return fault(path, "must be a number, not " + quote(node));
        }
        return target == Double.class ? (Object) node.doubleValue() : whole(node, target, path);
    }

    private Object whole(JsonNode node, Class<?> target, String path) {
        BigDecimal number = node.decimalValue();
        try {
            return target == Long.class ? (Object) number.longValueExact() : (Object) number.intValueExact();
        } catch (ArithmeticException e) {
            return fault(
                    path,
                    "must be a whole number of " + (target == Long.class ? 64 : 32) + " bits, not " + quote(node));
        }
    }

    private String text(JsonNode node, String path) {
        // PostgreSQL cannot store it, and no name or note has a use for it.
        return node.stringValue().indexOf('\0') < 0
                ? node.stringValue()
                : fault(path, "must not hold the character U+0000");
    }

    private Duration duration(JsonNode node, String path) {
        Duration duration;
        try {
            duration = Duration.parse(node.isString() ? node.stringValue() : "");
        } catch (DateTimeParseException | ArithmeticException e) {
            return fault(path, "must be an ISO 8601 duration such as PT20M, not " + quote(node));
        }
        if (duration.compareTo(Duration.ofMillis(1)) < 0) {
            return fault(path, "must be longer than nothing, not " + quote(node));
        }
        return duration.compareTo(LONGEST_DURATION) > 0
                ? fault(path, "must be at most " + LONGEST_DURATION.toDays() + " days, not " + quote(node))
                : duration;
    }

    private Object constant(JsonNode node, Class<?> type, String path) {
        for (Object constant : type.getEnumConstants()) {
            if (node.isString() && node.stringValue().equals(text(constant))) {
                return constant;
            }
        }
        String valid =
                Arrays.stream(type.getEnumConstants()).map(JsonReader::text).collect(Collectors.joining(", "));
        return fault(path, "must be one of " + valid + ", not " + quote(node));
    }

    private static String text(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Object> list(JsonNode node, Type element, String path) {
        if (!node.isArray()) {
            return fault(path, "must be a list, not " + quote(node));
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            String place = path + "[" + i + "]";
            list.add(node.get(i).isNull() ? fault(place, "must not be null") : value(node.get(i), element, place));
        }
        return list;
    }

    private Map<String, Object> map(JsonNode node, String path) {
        if (!node.isObject()) {
            return fault(path, "must be an object, not " + quote(node));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> map.put(entry.getKey(), plain(entry.getValue(), child(path, entry.getKey()))));
        return map;
    }

    private Object plain(JsonNode node, String path) {
        if (node.isObject()) {
            return map(node, path);
        }
        if (node.isArray()) {
            return list(node, Object.class, path);
        }
        if (node.isString()) {
            return text(node, path);
        }
        if (node.isNumber()) {
            return Double.isFinite(node.doubleValue())
                    ? node.numberValue()
                    : fault(path, "must be a number of 64 bits, not " + quote(node));
        }
        return node.isBoolean() ? node.booleanValue() : null;
    }

    /** Always null, to be returned in the place of the value. */
    private <T> T fault(String path, String message) {
        faults.add(new Fault(path, message));
        return null;
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String quote(JsonNode node) {
        return node.isObject() ? "an object" : node.isArray() ? "a list" : shorten(node.toString());
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }

    private static <T extends Record> T construct(Class<T> type, RecordComponent[] components, Object[] arguments) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " must take nulls: its faults are reported together", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no request record", e);
        }
    }
}
