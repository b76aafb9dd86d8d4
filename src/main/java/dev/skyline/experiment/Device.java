package dev.skyline.experiment;

import dev.skyline.plugin.PluginSpec;

import java.util.Optional;

/**
 * A hardware target as it was when the experiment was submitted. What becomes of the target afterwards changes nothing of
 * the search, so that it can be replayed.
 *
 * @param model kind of target and its settings, complete
 * @param data SHA-256 of the document that its model is made of, where it is made of one
 */
public record Device(String name, PluginSpec model, Optional<String> data) {

    /** Equal for devices on which an architecture has the same cost. */
    String terms() {
        return name + "=" + ExperimentSpec.text(model) + data.orElse("");
    }
}
