package dev.skyline.hardware.agent;

import dev.skyline.hardware.Sha256;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes tokens, which are known by their SHA-256 alone once they are handed over. */
public final class AgentTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private AgentTokens() {}

    /** A new one: 192 random bits in hexadecimal digits. */
    public static String make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** In hexadecimal digits. */
    public static String hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }
}
