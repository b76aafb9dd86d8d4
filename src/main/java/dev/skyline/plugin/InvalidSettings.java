package dev.skyline.plugin;

import java.util.List;

/** Settings that are refused, all that is wrong with them at once. */
public final class InvalidSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** @param field name within the settings; empty for a fault of the whole */
    public record Violation(String field, String message) {}

    public InvalidSettings(List<Violation> violations) {
        super(violations.toString());
        this.violations = List.copyOf(violations);
    }

    public InvalidSettings(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
