package dev.skyline.hardware;

import dev.skyline.plugin.PluginSpec;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A hardware target as a user described it.
 *
 * @param name lower-case letters, digits, hyphens and underscores, 1 to 64
 * @param model kind of target and its settings, complete
 * @param description for people; may be empty
 */
public record HardwareTargetSpec(String name, PluginSpec model, String description, Instant createdAt) {

    public static final String NAME_RULE = "1 to 64 lower-case letters, digits, hyphens and underscores";

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");

    public HardwareTargetSpec {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name + "' is no name of a hardware target: " + NAME_RULE);
        }
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
