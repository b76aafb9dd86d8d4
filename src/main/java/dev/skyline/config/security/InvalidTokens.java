package dev.skyline.config.security;

/** The setting {@code skyline.security.tokens} makes no sense. The message holds no secret. */
final class InvalidTokens extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidTokens(String message) {
        super(message);
    }
}
