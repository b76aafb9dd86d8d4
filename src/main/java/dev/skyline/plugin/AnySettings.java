package dev.skyline.plugin;

import java.util.Map;

/** Settings of a plug-in that another setting names; what is valid depends on which it is. */
public final class AnySettings implements DocumentType {

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "object");
    }

    @Override
    public Map<String, Object> example() {
        return Map.of();
    }
}
