package dev.skyline.space.document;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects whose keys stand in the order in which they are written. */
final class Json {

    private Json() {}

    /** @param rest keys and values in turn */
    static Map<String, Object> object(String key, Object value, Object... rest) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(key, value);
        for (int i = 0; i < rest.length; i += 2) {
            object.put((String) rest[i], rest[i + 1]);
        }
        return object;
    }
}
