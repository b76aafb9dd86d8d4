package dev.skyline.hardware;

import dev.skyline.plugin.InvalidSettings;

import java.util.Optional;

/**
 * What a hardware target is made for.
 *
 * @param name under which its measurements are filed
 * @param data SHA-256 of the document that its model is made of, where it has one
 */
public record TargetContext(String name, Optional<String> data) {

    public static TargetContext named(String name) {
        return new TargetContext(name, Optional.empty());
    }

    /**
     * @param what for people: what the document is, with its columns
     * @throws InvalidSettings where there is none
     */
    public String requireData(String what) {
        return data.orElseThrow(() -> new InvalidSettings("data", "is missing: " + what));
    }
}
