package dev.skyline.dashboard;

/** An address of something that is not there. */
final class PageNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for people */
    PageNotFound(String message) {
        super(message);
    }
}
