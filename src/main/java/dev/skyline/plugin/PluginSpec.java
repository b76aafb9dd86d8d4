package dev.skyline.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plug-in as a user names it: its id and those settings that differ from the defaults. */
public record PluginSpec(String type, Map<String, Object> settings) {

    public PluginSpec {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    public static PluginSpec of(String type) {
        return new PluginSpec(type, Map.of());
    }
}
