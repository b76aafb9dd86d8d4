package dev.skyline.space.scaling;

import dev.skyline.plugin.DocumentType;

import java.util.Map;

/** The settings of the space that is scaled, as that space documents them. */
final class InnerSettings implements DocumentType {

    InnerSettings() {}

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "object");
    }

    @Override
    public Map<String, Object> example() {
        return Map.of();
    }
}
