package dev.skyline.api.experiment;

import dev.skyline.plugin.PluginSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** A plug-in and its settings. */
@Schema(name = "PluginChoice", description = "A plug-in and its settings")
public record PluginChoice(
        @Schema(description = "Id of the plug-in, as in the catalogue", example = "regularized-evolution")
        String type,

        @Schema(
                description = "Values by name; what is left out has its default. The catalogue has the JSON Schema of"
                        + " each plug-in's settings",
                example = "{\"populationSize\": 20}")
        @Nullable
        Map<String, Object> settings) {

    /** As the core has it. */
    public static PluginChoice of(PluginSpec spec) {
        return new PluginChoice(spec.type(), spec.settings());
    }

    /** The same, for the core. */
    public PluginSpec toSpec() {
        Map<String, Object> given = new LinkedHashMap<>(settings == null ? Map.of() : settings);
        given.values().removeIf(value -> value == null);
        return new PluginSpec(type == null ? "" : type, given);
    }
}
