package dev.skyline.config.security;

/** The service was told to listen where others can reach it, and nothing keeps them out. */
final class UnprotectedAddress extends InsecureSettings {

    private static final long serialVersionUID = 1L;

    UnprotectedAddress(String property, String address) {
        super(
                "Skyline was told to listen on " + (address.isBlank() ? "every address" : address) + " (" + property
                        + "), where others can reach it, but " + TokenSettings.PROPERTY + " is empty",
                TokenSettings.HOW_TO + ", or leave " + property + " at 127.0.0.1.");
    }
}
