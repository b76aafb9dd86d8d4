package dev.skyline.space.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field of a layer.
 *
 * @param choices valid texts, where it is a text
 * @param absent what it is where it is not given; empty where the layer then takes what comes in
 * @param shapes whether shapes depend on it
 */
record Field(
        String name,
        Type type,
        double min,
        double max,
        List<String> choices,
        Optional<Object> absent,
        boolean shapes,
        boolean needed) {

    enum Type {
        WHOLE,
        NUMBER,
        FLAG,
        TEXT,
        /** Any of these: of a decision that fields refer to. */
        ANY
    }

    static final Field OF_ANY = new Field("", Type.ANY, 0, 0, List.of(), Optional.empty(), false, false);

    static Field whole(String name, int min, int max, Integer absent) {
        return new Field(name, Type.WHOLE, min, max, List.of(), Optional.ofNullable(absent), true, false);
    }

    static Field number(String name, double min, double max, double absent) {
        return new Field(name, Type.NUMBER, min, max, List.of(), Optional.of(absent), false, false);
    }

    static Field flag(String name) {
        return new Field(name, Type.FLAG, 0, 0, List.of(), Optional.of(true), false, false);
    }

    static Field text(String name, String absent, List<String> choices) {
        return new Field(name, Type.TEXT, 0, 0, choices, Optional.of(absent), false, false);
    }

    Field required() {
        return new Field(name, type, min, max, choices, absent, shapes, true);
    }

    Field ofNoShape() {
        return new Field(name, type, min, max, choices, absent, false, needed);
    }

    /** The value that stands at a place, as it is calculated with. */
    Object read(Place place) {
        Object value = place.value();
        switch (type) {
            case WHOLE -> {
                return place.integer((int) min, (int) max);
            }
            case NUMBER -> {
                double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
                if (number >= min && number <= max) {
                    return number;
                }
                throw place.refused(
                        "must be a number in [" + written(min) + ", " + written(max) + "], not " + place.shown());
            }
            case FLAG -> {
                if (value instanceof Boolean) {
                    return value;
                }
                throw place.refused("must be true or false, not " + place.shown());
            }
            case ANY -> {
                return any(place);
            }
            default -> {
                if (value instanceof String text && choices.contains(text)) {
                    return text;
                }
                throw place.refused("must be one of " + String.join(", ", choices) + ", not " + place.shown());
            }
        }
    }

    private static Object any(Place place) {
        if (place.value() instanceof Number number) {
            boolean whole = number.doubleValue() == number.intValue();
            return whole ? (Object) number.intValue() : (Object) number.doubleValue();
        }
        if (place.value() instanceof Boolean) {
            return place.value();
        }
        return place.name();
    }

    /** A value as it stands in an architecture's text: 3, 0.25, true, relu. */
    static String written(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    /** JSON Schema of a value that is not decided. */
    Map<String, Object> schema() {
        return switch (type) {
            case WHOLE -> Json.object("type", "integer", "minimum", (long) min, "maximum", (long) max);
            case NUMBER -> Json.object("type", "number", "minimum", min, "maximum", max);
            case FLAG -> Json.object("type", "boolean");
            default -> Json.object("enum", choices);
        };
    }
}
