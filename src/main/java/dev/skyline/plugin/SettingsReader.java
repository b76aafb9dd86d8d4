package dev.skyline.plugin;

import dev.skyline.plugin.InvalidSettings.Violation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Values as they come from JSON, made into a settings record; every fault is found before any is reported. */
final class SettingsReader {

    private SettingsReader() {}

    static <S extends Record> S read(Class<S> type, Map<String, Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        List<Violation> violations = new ArrayList<>();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        values.keySet().stream()
                .filter(key -> !names.contains(key))
                .forEach(key -> violations.add(new Violation(
                        key,
                        names.isEmpty()
                                ? "there are no settings here"
                                : "there is no such setting; valid are " + String.join(", ", names))));
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            SettingType setting = SettingType.of(components[i]);
            try {
                Object given = values.get(components[i].getName());
                arguments[i] = given == null ? setting.defaultValue() : setting.read(given);
            } catch (IllegalArgumentException e) {
                violations.add(new Violation(components[i].getName(), e.getMessage()));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidSettings(violations);
        }
        return construct(type, components, arguments);
    }

    private static <S extends Record> S construct(Class<S> type, RecordComponent[] components, Object[] arguments) {
        try {
            Constructor<S> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no settings record", e);
        }
    }
}
