package dev.skyline.config.security;

/** The setting {@code skyline.security.tokens} makes no sense. */
final class InvalidTokens extends InsecureSettings {

    private static final long serialVersionUID = 1L;

    /** @param message holds no secret */
    InvalidTokens(String message) {
        super(TokenSettings.PROPERTY + " cannot be used: " + message, TokenSettings.HOW_TO + ".");
    }
}
