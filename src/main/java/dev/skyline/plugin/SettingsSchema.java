package dev.skyline.plugin;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** A settings record as JSON Schema (draft 2020-12), in plain maps and lists. */
public final class SettingsSchema {

    private SettingsSchema() {}

    public static Map<String, Object> of(Class<? extends Record> settings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : settings.getRecordComponents()) {
            properties.put(component.getName(), SettingType.of(component).schema());
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    /** A settings record as the values that {@link Plugin#settings} reads. */
    static Map<String, Object> values(Record settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                values.put(
                        component.getName(),
                        SettingType.plain(component.getAccessor().invoke(settings)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(settings + " is no settings record", e);
            }
        }
        return values;
    }
}
