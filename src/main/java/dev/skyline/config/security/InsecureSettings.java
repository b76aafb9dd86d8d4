package dev.skyline.config.security;

/** Settings with which the service would not be protected, so that it does not start. */
abstract sealed class InsecureSettings extends RuntimeException permits InvalidTokens, UnprotectedAddress {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param message holds no secret
     * @param action what to do about it
     */
    InsecureSettings(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}
