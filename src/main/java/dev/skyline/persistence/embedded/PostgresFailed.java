package dev.skyline.persistence.embedded;

/** The embedded PostgreSQL cannot be used; the message says what to do. */
public final class PostgresFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresFailed(String message) {
        super(message);
    }

    PostgresFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
