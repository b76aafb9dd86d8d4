package dev.skyline.plugin;

import java.util.Map;
import java.util.function.BiFunction;

/**
 * A named way to make a {@code T}.
 *
 * @param id lower-case with hyphens, as users write it
 * @param about one sentence for people
 * @param source where it was published
 * @param <S> its settings: a record whose components all carry {@link Setting}
 * @param <C> what it needs to know besides its settings
 */
public record Plugin<S extends Record, C, T>(
        String id, String about, String source, Class<S> settings, BiFunction<S, C, T> factory) {

    /**
     * @throws InvalidSettings for an unknown key, a wrong type, a value out of range, or what the plug-in itself refuses
     */
    public T create(Map<String, Object> values, C context) {
        return factory.apply(settings(values), context);
    }

    /** The settings with defaults filled in. */
    public S settings(Map<String, Object> values) {
        return SettingsReader.read(settings, values);
    }
}
