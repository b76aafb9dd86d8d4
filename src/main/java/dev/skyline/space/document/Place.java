package dev.skyline.space.document;

import dev.skyline.plugin.InvalidSettings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A value of a document and where it stands. Each method gives it as what it has to be, or refuses it by that place.
 *
 * @param path from the settings: {@code document.stages[1].layers[0].kernel}
 * @param value null where there is none
 */
record Place(String path, Object value) {

    private static final int LONGEST_KEY = 40;
    private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,31}";

    Place get(String key) {
        String shown = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) + "…" : key;
        return new Place(path + "." + shown, object().get(key));
    }

    boolean has(String key) {
        return value instanceof Map<?, ?> map && map.get(key) != null;
    }

    boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    boolean isGiven() {
        return value != null;
    }

    Place root() {
        int end = path.length();
        for (char mark : new char[] {'.', '['}) {
            end = path.indexOf(mark) < 0 ? end : Math.min(end, path.indexOf(mark));
        }
        return new Place(path.substring(0, end), value);
    }

    private Map<?, ?> object() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw refused("must be an object, not " + shown());
    }

    Collection<String> keys() {
        return object().keySet().stream().map(String::valueOf).toList();
    }

    /** Refuses keys that have no meaning here. */
    Place only(Collection<String> valid) {
        for (String key : keys()) {
            if (!valid.contains(key)) {
                throw get(key).refused("there is no such field; valid are " + String.join(", ", valid));
            }
        }
        return this;
    }

    /** Of a list, which may be empty. */
    List<Place> elements() {
        if (!(value instanceof List<?> list)) {
            throw refused("must be a list, not " + shown());
        }
        List<Place> result = new ArrayList<>(list.size());
        for (Object each : list) {
            result.add(new Place(path + "[" + result.size() + "]", each));
        }
        return result;
    }

    List<Place> someElements(int most) {
        List<Place> result = elements();
        if (result.isEmpty()) {
            throw refused("must not be empty");
        }
        if (result.size() > most) {
            throw refused("must hold at most " + most + ", not " + result.size());
        }
        return result;
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw refused(value == null ? "is needed" : "must be a text, not " + shown());
    }

    String name() {
        if (!text().matches(NAME)) {
            throw refused("must be a letter and up to 31 letters, digits, hyphens and underscores, not " + shown());
        }
        return text();
    }

    int integer(int min, int max) {
        double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
        if (number >= min && number <= max && number == Math.rint(number)) {
            return (int) number;
        }
        throw refused("must be a whole number in [" + min + ", " + max + "], not " + shown());
    }

    InvalidSettings refused(String message) {
        return new InvalidSettings(path, message);
    }

    /** Of lists and objects their kind alone: they may be deep and large. */
    String shown() {
        if (value instanceof List || value instanceof Map) {
            return value instanceof List ? "a list" : "an object";
        }
        return value == null ? "absent" : String.format(value instanceof String ? "'%.60s'" : "%.60s", value);
    }
}
