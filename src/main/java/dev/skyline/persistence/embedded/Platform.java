package dev.skyline.persistence.embedded;

import java.util.Locale;

/** Operating systems that differ in how PostgreSQL is started on them. */
enum Platform {
    LINUX("Linux", ""),
    MACOS("Darwin", ""),
    WINDOWS("Windows", ".exe");

    private final String archiveName;
    private final String suffix;

    Platform(String archiveName, String suffix) {
        this.archiveName = archiveName;
        this.suffix = suffix;
    }

    static Platform current() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return os.startsWith("mac") ? MACOS : os.startsWith("windows") ? WINDOWS : LINUX;
    }

    /** As zonky's archives are named. */
    String archiveName() {
        return archiveName;
    }

    /** File name of a program. */
    String program(String name) {
        return name + suffix;
    }
}
