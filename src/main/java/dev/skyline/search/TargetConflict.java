package dev.skyline.search;

/** A hardware target cannot be added or removed as things are. */
public final class TargetConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TargetConflict(String message) {
        super(message);
    }
}
