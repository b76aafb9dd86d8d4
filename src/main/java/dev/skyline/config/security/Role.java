package dev.skyline.config.security;

/** What the holder of a token may do. */
public enum Role {
    /** Read. */
    VIEWER,
    /** Read and change everything. */
    RESEARCHER,
    /** Measure for a hardware target; nothing else. */
    AGENT;

    /** Its name as an authority of Spring Security. */
    String authority() {
        return "ROLE_" + name();
    }
}
