package dev.skyline.search;

import dev.skyline.plugin.PluginSpec;

import java.util.Optional;

/**
 * A hardware target that somebody wants to add.
 *
 * @param name as {@link dev.skyline.hardware.HardwareTargetSpec} has it
 * @param model kind and those of its settings that are given
 * @param description for people; may be empty
 * @param data the CSV that its model is made of, where it is given
 */
public record TargetDraft(String name, PluginSpec model, String description, Optional<String> data) {

    /** Bytes of a document, be it sent or written here: what was exported can be sent back. */
    public static final int MOST_DATA = 16 << 20;

    /** The same with other settings, made of this document. */
    TargetDraft with(PluginSpec other, String document) {
        return new TargetDraft(name, other, description, Optional.of(document));
    }
}
