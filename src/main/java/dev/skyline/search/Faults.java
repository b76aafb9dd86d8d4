package dev.skyline.search;

import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.UnknownPlugin;
import dev.skyline.search.InvalidExperiment.Fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with a draft, so that a user hears of all of it at once. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    void add(String field, String message) {
        found.add(new Fault(field, message));
    }

    /** The value, or empty where making it found a fault in what the user gave at {@code field}. */
    <T> Optional<T> collect(String field, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (UnknownPlugin e) {
            add(field + ".type", e.getMessage());
        } catch (InvalidSettings e) {
            e.violations().forEach(v -> add(settingsField(field, v.field()), v.message()));
        } catch (IllegalArgumentException e) {
            add(field, e.getMessage());
        }
        return Optional.empty();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidExperiment(found);
        }
    }

    private static String settingsField(String plugin, String setting) {
        return setting.isEmpty() ? plugin : plugin + ".settings." + setting;
    }
}
