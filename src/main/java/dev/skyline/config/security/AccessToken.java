package dev.skyline.config.security;

import java.util.Arrays;
import java.util.Locale;

/**
 * A token that gives access.
 *
 * @param name of its holder, for logs
 * @param token the secret, at least {@value #LEAST_LENGTH} characters
 */
record AccessToken(String name, String token, Role role) {

    static final int LEAST_LENGTH = 16;

    AccessToken {
        if (name.isBlank()) {
            throw new InvalidTokens("a token has no name");
        }
        if (token.length() < LEAST_LENGTH || !token.matches("[!-~]+")) {
            throw new InvalidTokens("the token of " + name + " must have " + LEAST_LENGTH
                    + " or more printable characters without spaces; 'openssl rand -hex 24' makes one");
        }
    }

    static AccessToken of(String name, String role, String token) {
        return new AccessToken(name, token, role(name, role));
    }

    /** @param text {@code name:role:token}, the form that fits into one environment variable */
    static AccessToken parse(String text) {
        String[] parts = text.strip().split(":", 3);
        if (parts.length < 3) {
            throw new InvalidTokens("a token is written name:role:token, several separated by commas");
        }
        return of(parts[0], parts[1], parts[2]);
    }

    private static Role role(String name, String text) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidTokens("the role of " + name + " must be one of viewer, researcher, agent"));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name + ":" + role.name().toLowerCase(Locale.ROOT);
    }
}
