package dev.skyline.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Type, default and range of one component of a settings record. */
record SettingType(Class<?> type, Class<?> element, Setting setting) {

    static SettingType of(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(component + " of " + component.getDeclaringRecord() + " has no @Setting");
        }
        Class<?> type = component.getType();
        if (type != List.class) {
            return new SettingType(type, type, setting);
        }
        ParameterizedType list = (ParameterizedType) component.getGenericType();
        return new SettingType(type, (Class<?>) list.getActualTypeArguments()[0], setting);
    }

    Object defaultValue() {
        if (type == Map.class) {
            return document().example();
        }
        if (type != List.class) {
            return one(fromText(setting.value()));
        }
        return setting.value().isEmpty()
                ? List.of()
                : Arrays.stream(setting.value().split(","))
                        .map(text -> one(fromText(text.strip())))
                        .toList();
    }

    /**
     * @throws IllegalArgumentException whose message says what is valid
     */
    Object read(Object given) {
        if (type == Map.class) {
            if (given instanceof Map<?, ?>) {
                return given;
            }
            throw new IllegalArgumentException("must be an object, not " + shortened(given));
        }
        if (type != List.class) {
            return one(given);
        }
        if (!(given instanceof List<?> list)) {
            throw new IllegalArgumentException("must be a list, not " + given);
        }
        if (list.isEmpty() && !isEmptyByDefault()) {
            throw new IllegalArgumentException("must not be empty");
        }
        if (!setting.repeats() && list.stream().distinct().count() != list.size()) {
            throw new IllegalArgumentException("must not hold a value twice");
        }
        return list.stream().map(this::one).toList();
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", setting.about());
        if (type == List.class) {
            schema.put("type", "array");
            schema.put("items", elementSchema());
            schema.put("minItems", isEmptyByDefault() ? 0 : 1);
            schema.put("uniqueItems", !setting.repeats());
        } else if (type == Map.class) {
            schema.putAll(document().schema());
        } else {
            schema.putAll(elementSchema());
        }
        schema.put("default", plain(defaultValue()));
        if (!setting.unit().isEmpty()) {
            schema.put("x-unit", setting.unit());
        }
        return schema;
    }

    /** So that settings with their defaults spelt out are valid again. */
    private boolean isEmptyByDefault() {
        return setting.value().isEmpty();
    }

    private DocumentType document() {
        try {
            Constructor<? extends DocumentType> constructor = setting.document().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(setting.document() + " is no type of document", e);
        }
    }

    private static String shortened(Object given) {
        return String.format("%.100s", given);
    }

    private Map<String, Object> elementSchema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (element == boolean.class) {
            schema.put("type", "boolean");
        } else if (isInteger()) {
            schema.put("type", "integer");
        } else if (isNumber()) {
            schema.put("type", "number");
        } else {
            schema.put("type", "string");
            if (!choices().isEmpty()) {
                schema.put("enum", choices());
            }
        }
        if (isNumber()) {
            if (setting.min() != Double.NEGATIVE_INFINITY) {
                schema.put("minimum", plainNumber(setting.min()));
            }
            if (setting.max() != Double.POSITIVE_INFINITY) {
                schema.put("maximum", plainNumber(setting.max()));
            }
        }
        return schema;
    }

    private Object plainNumber(double value) {
        if (isInteger()) {
            return (long) value;
        }
        return value;
    }

    static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(SettingType::plain).toList();
        }
        return value instanceof Enum<?> constant ? text(constant) : value;
    }

    private boolean isInteger() {
        return element == int.class || element == Integer.class || element == long.class;
    }

    private boolean isNumber() {
        return isInteger() || element == double.class || element == Double.class;
    }

    private List<String> choices() {
        return element.isEnum()
                ? Arrays.stream(element.getEnumConstants())
                        .map(constant -> text((Enum<?>) constant))
                        .toList()
                : List.of(setting.choices());
    }

    /** An enum constant as users write it. */
    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Object fromText(String text) {
        if (isNumber()) {
            return new BigDecimal(text);
        }
        return element == boolean.class ? (Object) Boolean.valueOf(text) : text;
    }

    private Object one(Object given) {
        if (element == boolean.class) {
            if (given instanceof Boolean) {
                return given;
            }
            throw new IllegalArgumentException("must be true or false, not " + given);
        }
        return isNumber() ? number(given) : choice(given);
    }

    private Object number(Object given) {
        if (!(given instanceof Number)) {
            throw new IllegalArgumentException("must be a number, not " + given);
        }
        BigDecimal value = new BigDecimal(given.toString());
        if (value.doubleValue() < setting.min() || value.doubleValue() > setting.max()) {
            throw new IllegalArgumentException("must lie in [" + bound(setting.min()) + ", " + bound(setting.max())
                    + "], not " + value.toPlainString());
        }
        try {
            if (element == long.class) {
                return value.longValueExact();
            }
            return isInteger() ? (Object) value.intValueExact() : (Object) value.doubleValue();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("must be a whole number, not " + value.toPlainString(), e);
        }
    }

    private static String bound(double value) {
        return Double.isInfinite(value)
                ? (value > 0 ? "∞" : "-∞")
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private Object choice(Object given) {
        List<String> valid = choices();
        if (!(given instanceof String text) || !valid.isEmpty() && !valid.contains(text)) {
            throw new IllegalArgumentException(
                    valid.isEmpty()
                            ? "must be a text, not " + given
                            : "must be one of " + String.join(", ", valid) + ", not " + given);
        }
        return element.isEnum() ? element.getEnumConstants()[valid.indexOf(text)] : text;
    }
}
