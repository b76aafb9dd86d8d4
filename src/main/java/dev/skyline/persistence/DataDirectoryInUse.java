package dev.skyline.persistence;

import java.nio.file.Path;

/** Another process has the data directory. */
public final class DataDirectoryInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataDirectoryInUse(Path directory, String holder) {
        super("the data directory " + directory + " is in use by another Skyline" + holder
                + "; stop that one, or start this one with --skyline.data-dir=<another directory>");
    }
}
