package dev.skyline.hardware;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps what was last made of a key, as targets are made anew for every proposal but what they are made of is dear: a
 * table that is read, a model that is fitted. A key is made once, however many ask for it at a time.
 *
 * @param <K> all that the value depends on
 */
public final class Kept<K, V> {

    private final int most;
    private final Function<K, V> make;
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param most values that are kept; the one that was longest not asked for goes first
     * @param make the same value for the same key, always
     */
    public Kept(int most, Function<K, V> make) {
        this.most = most;
        this.make = make;
    }

    /** Nothing is kept of a key whose making fails. */
    public synchronized V get(K key) {
        V value = values.get(key);
        if (value == null) {
            value = make.apply(key);
            values.put(key, value);
            if (values.size() > most) {
                values.remove(values.keySet().iterator().next());
            }
        }
        return value;
    }
}
