package dev.skyline.hardware;

import dev.skyline.plugin.PluginSpec;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A hardware target as a user described it. One that is {@link State#READY} changes no more.
 *
 * @param name lower-case letters, digits, hyphens and underscores, 1 to 64
 * @param model kind of target and its settings, complete
 * @param description for people; may be empty
 * @param data SHA-256 of the document that its model is made of, where it is made of one and has it
 * @param why what went wrong, for people; empty unless it has {@link State#FAILED}
 */
public record HardwareTargetSpec(
        String name,
        PluginSpec model,
        String description,
        Instant createdAt,
        Optional<String> data,
        State state,
        String why) {

    public static final String NAME_RULE = "1 to 64 lower-case letters, digits, hyphens and underscores";

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");

    /** How far a target is. */
    public enum State {
        /** Its model is being measured; nobody can use it yet. */
        CALIBRATING,
        READY,
        /** It could not be measured. */
        FAILED
    }

    public HardwareTargetSpec {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name + "' is no name of a hardware target: " + NAME_RULE);
        }
    }

    /** One that needs no document. */
    public HardwareTargetSpec(String name, PluginSpec model, String description, Instant createdAt) {
        this(name, model, description, createdAt, Optional.empty(), State.READY, "");
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    public boolean isReady() {
        return state == State.READY;
    }

    /** Once its model has been measured. */
    public HardwareTargetSpec calibrated(String measured) {
        return new HardwareTargetSpec(name, model, description, createdAt, Optional.of(measured), State.READY, "");
    }

    /** Once it is clear that its model cannot be measured. */
    public HardwareTargetSpec failed(String reason) {
        return new HardwareTargetSpec(name, model, description, createdAt, data, State.FAILED, reason);
    }
}
